import type { Access } from 'payload'
import { roleOf } from './roleOf'

/** Administrators only. */
export const administrators: Access = ({ req }) => roleOf(req) === 'administrator'
