import type { CollectionBeforeDeleteHook } from 'payload'

/**
 * A removed display keeps its token for a month, so that its player learns of it and goes dark: a refused token alone would prove
 * nothing to it. Requests to be paired with it end.
 */
export const forgetState: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const where = { display: { equals: id } }
  const data = { removedAt: new Date().toISOString() }
  await req.payload.update({ collection: 'display-states', where, data, req })
  await req.payload.delete({ collection: 'pairings', where, req })
}
