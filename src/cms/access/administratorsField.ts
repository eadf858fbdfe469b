import type { FieldAccess } from 'payload'
import { roleOf } from './roleOf'

/** A field that only administrators may set. */
export const administratorsField: FieldAccess = ({ req }) => roleOf(req) === 'administrator'
