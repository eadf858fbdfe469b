import type { CollectionBeforeChangeHook } from 'payload'
import { roleOf } from '../../../access/roleOf'
import { refuse } from '../../../faults/refuse'
import { reviewedChange } from '../review'

/** Holds every change to the rules of review. */
export const keepReview: CollectionBeforeChangeHook = ({ collection, data, originalDoc, req }) => {
  const before = originalDoc?.id === undefined ? null : originalDoc
  const { status, faults } = reviewedChange({ before, after: { ...before, ...data }, role: roleOf(req) })
  refuse(faults, { collection: collection.slug, req, id: before?.id })
  return { ...data, reviewStatus: status }
}
