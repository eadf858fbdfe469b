import type { CollectionBeforeValidateHook, PayloadRequest } from 'payload'
import type { DocumentFault } from '../faults/fault'
import { refuse } from '../faults/refuse'

type Faults<Doc> = (doc: Doc, req: PayloadRequest) => DocumentFault[] | Promise<DocumentFault[]>

/** A hook that refuses a document with faults. The document is whole: what a change leaves out is as it was. */
export function checked<Doc>(faultsOf: Faults<Doc>): CollectionBeforeValidateHook {
  return async ({ collection, data, originalDoc, req }) => {
    const doc = { ...originalDoc, ...data } as Doc
    refuse(await faultsOf(doc, req), { collection: collection.slug, req, id: originalDoc?.id })
    return data
  }
}
