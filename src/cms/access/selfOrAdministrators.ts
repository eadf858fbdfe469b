import type { Access } from 'payload'
import { roleOf } from './roleOf'

/** Administrators everyone's account, the others their own. */
export const selfOrAdministrators: Access = ({ req }) => {
  if (roleOf(req) === 'administrator') return true
  return req.user ? { id: { equals: req.user.id } } : false
}
