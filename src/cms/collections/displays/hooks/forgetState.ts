import type { CollectionBeforeDeleteHook } from 'payload'

/** What is known of a display goes with it, its token included. */
export const forgetState: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const where = { display: { equals: id } }
  await req.payload.delete({ collection: 'display-states', where, req })
  await req.payload.delete({ collection: 'pairings', where, req })
}
