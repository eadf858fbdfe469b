import type { CollectionBeforeOperationHook } from 'payload'
import { refuse } from '../../../faults/refuse'

const least = 8

/** Refuses a short password wherever one is set: for a new user, by a change, by a reset. */
export const checkPassword: CollectionBeforeOperationHook = ({ args, collection, operation, req }) => {
  const setsOne = ['create', 'update', 'resetPassword'].includes(operation)
  const password = (args as { data?: { password?: unknown } }).data?.password
  if (setsOne && typeof password === 'string' && [...password].length < least) {
    refuse([{ path: 'password', code: 'password-too-short', values: { least } }], {
      collection: collection.slug,
      req,
    })
  }
  return args
}
