import type { FieldAccess } from 'payload'

/** A field that never leaves the server, and cannot be set from outside. */
export const nobodyField: FieldAccess = () => false
