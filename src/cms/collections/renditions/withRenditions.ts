import type { CollectionBeforeDeleteHook, CollectionConfig } from 'payload'
import { retryMedia } from './retry'

/**
 * The collection whose documents renditions are made from. Those go with what they were made from; their files are collected later,
 * where nothing else has them.
 */
export function withRenditions(collection: CollectionConfig, of: 'media' | 'content'): CollectionConfig {
  const { hooks = {}, endpoints } = collection
  return {
    ...collection,
    hooks: { ...hooks, beforeDelete: [...(hooks.beforeDelete ?? []), forgetRenditions(of)] },
    ...(of === 'media' && { endpoints: [...(endpoints || []), retryMedia] }),
  }
}

/** Before the document goes: the database then forgets what its renditions were made from. */
function forgetRenditions(of: 'media' | 'content'): CollectionBeforeDeleteHook {
  return async ({ id, req }) => {
    const where = { [of]: { equals: id } }
    await req.payload.delete({ collection: 'renditions', where, depth: 0, overrideAccess: true, req })
  }
}
