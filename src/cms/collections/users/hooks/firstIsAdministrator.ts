import type { CollectionBeforeChangeHook } from 'payload'

/** Whoever registers first runs the place. */
export const firstIsAdministrator: CollectionBeforeChangeHook = async ({ data, operation, req }) => {
  if (operation !== 'create') return data
  const { totalDocs } = await req.payload.count({ collection: 'users', req })
  return totalDocs === 0 ? { ...data, role: 'administrator' } : data
}
