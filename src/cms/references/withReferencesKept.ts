import type { CollectionConfig } from 'payload'
import { protectReferenced } from './protectReferenced'
import { refuseUnknown } from './refuseUnknown'

/** The collection with hooks that let no reference point nowhere: neither when it is made nor when its target is deleted. */
export function withReferencesKept(collection: CollectionConfig): CollectionConfig {
  const { hooks = {} } = collection
  return {
    ...collection,
    hooks: {
      ...hooks,
      beforeValidate: [refuseUnknown, ...(hooks.beforeValidate ?? [])],
      beforeDelete: [protectReferenced, ...(hooks.beforeDelete ?? [])],
    },
  }
}
