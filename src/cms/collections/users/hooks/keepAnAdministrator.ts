import type { CollectionBeforeChangeHook, CollectionBeforeDeleteHook, PayloadRequest, Where } from 'payload'
import { refuse } from '../../../faults/refuse'

/** The last administrator keeps the role. */
export const keepAdministratorRole: CollectionBeforeChangeHook = async ({
  collection,
  data,
  originalDoc,
  req,
}) => {
  const leaves =
    originalDoc?.role === 'administrator' && data.role !== undefined && data.role !== 'administrator'
  if (leaves) await refuseIfLast(originalDoc.id, 'role', collection.slug, req)
  return data
}

/** The last administrator cannot be deleted. */
export const keepLastAdministrator: CollectionBeforeDeleteHook = async ({ collection, id, req }) => {
  const user = await req.payload.findByID({ collection: 'users', id, depth: 0, disableErrors: true, req })
  if (user?.role === 'administrator') await refuseIfLast(user.id, 'id', collection.slug, req)
}

async function refuseIfLast(id: string, path: string, collection: string, req: PayloadRequest) {
  const where: Where = { and: [{ role: { equals: 'administrator' } }, { id: { not_equals: id } }] }
  const { totalDocs } = await req.payload.count({ collection: 'users', where, req })
  if (totalDocs === 0) refuse([{ path, code: 'last-administrator' }], { collection, req, id })
}
