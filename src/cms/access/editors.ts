import type { Access } from 'payload'
import { roleOf } from './roleOf'

/** Who makes and schedules what is shown: editors and administrators. */
export const editors: Access = ({ req }) => ['administrator', 'editor'].includes(roleOf(req) ?? '')
