import type { CollectionAfterChangeHook } from 'payload'
import { setPendingUpload } from './pendingUpload'

/** Queues the render job of a new upload, in the same transaction. The job itself is in `src/jobs`. */
export const queueRender: CollectionAfterChangeHook = async ({ doc, operation, req }) => {
  if (operation !== 'create') return doc
  setPendingUpload(req, undefined)
  await req.payload.jobs.queue({
    task: 'render-media',
    queue: 'media',
    input: { media: String(doc.id) },
    req,
  })
  return doc
}
