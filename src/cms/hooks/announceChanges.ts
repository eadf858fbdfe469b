import type {
  CollectionAfterChangeHook,
  CollectionAfterDeleteHook,
  CollectionConfig,
  GlobalAfterChangeHook,
  GlobalConfig,
} from 'payload'
import { announce } from './changes'

/** The collection with hooks that tell of its changes, after any hooks of its own. */
export function withChangesAnnounced(collection: CollectionConfig): CollectionConfig {
  const { hooks = {} } = collection
  return {
    ...collection,
    hooks: {
      ...hooks,
      afterChange: [...(hooks.afterChange ?? []), announceChange],
      afterDelete: [...(hooks.afterDelete ?? []), announceDelete],
    },
  }
}

/** The same for a global, which is told of as the one document of a collection of its name. */
export function withGlobalChangesAnnounced(global: GlobalConfig): GlobalConfig {
  const { hooks = {} } = global
  return { ...global, hooks: { ...hooks, afterChange: [...(hooks.afterChange ?? []), announceGlobal] } }
}

const announceGlobal: GlobalAfterChangeHook = async ({ global: { slug }, req }) => {
  announce({ collection: slug, id: slug, operation: 'update', ...(await transactionOf(req)) })
}

const announceChange: CollectionAfterChangeHook = async ({ collection, doc, operation, req }) => {
  announce({ collection: collection.slug, id: String(doc.id), operation, ...(await transactionOf(req)) })
}

const announceDelete: CollectionAfterDeleteHook = async ({ collection, id, req }) => {
  announce({
    collection: collection.slug,
    id: String(id),
    operation: 'delete',
    ...(await transactionOf(req)),
  })
}

async function transactionOf(req: { transactionID?: number | string | Promise<number | string> }) {
  const transactionID = await req.transactionID
  return transactionID === undefined ? {} : { transactionID }
}
