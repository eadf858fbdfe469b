import type { CollectionAfterChangeHook } from 'payload'
import { mediaOf } from './createMedia'
import { pendingUpload } from './pendingUpload'

/** Answers an upload of bytes that another document has already with that document's id, as `doc.duplicateOf`. Nothing is stored of it. */
export const tellDuplicate: CollectionAfterChangeHook = async ({ doc, operation, req }) => {
  const upload = pendingUpload(req)
  if (operation !== 'create' || upload?.added !== false) return doc
  const first = await mediaOf(upload.sha256, req)
  return first && first.id !== doc.id ? { ...doc, duplicateOf: first.id } : doc
}
