import type { Access } from 'payload'
import { roleOf } from './roleOf'

/** Who pairs, groups and watches displays: operators and administrators. */
export const operators: Access = ({ req }) => ['administrator', 'operator'].includes(roleOf(req) ?? '')
