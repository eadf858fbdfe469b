import type { CollectionAfterChangeHook } from 'payload'
import { adviserInForce } from '../../../hooks/adviser'
import type { Schedule } from '../../../payload-types'

/**
 * Puts the warnings about a saved schedule into the answer, as `doc.warnings`. They never keep it from being saved: where no adviser
 * is in force, where many are changed at once, and where the adviser fails, there are none.
 */
export const adviseOnSave: CollectionAfterChangeHook<Schedule> = async ({
  doc,
  previousDoc,
  operation,
  req,
}) => {
  const advise = adviserInForce()
  const many = operation === 'update' && req.routeParams?.id === undefined && Boolean(req.query?.where)
  if (!advise || many) return { ...doc, warnings: [] }
  try {
    const before = operation === 'update' ? (previousDoc as Schedule) : null
    return { ...doc, warnings: await advise({ before, after: doc }) }
  } catch (error) {
    req.payload.logger.error({ msg: 'no warnings for a saved schedule', err: error })
    return { ...doc, warnings: [] }
  }
}
