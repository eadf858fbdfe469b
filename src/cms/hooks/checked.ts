import type { CollectionBeforeValidateHook, PayloadRequest } from 'payload'
import type { DocumentFault } from '../faults/fault'
import { missingFaults } from '../faults/missingFaults'
import { refuse } from '../faults/refuse'

type Faults<Doc> = (doc: Doc, req: PayloadRequest) => DocumentFault[] | Promise<DocumentFault[]>

/**
 * A hook that refuses a document with faults. The document is whole: what a change leaves out is as it was. Payload looks for
 * required fields only afterwards, so that what is missing is told along with the faults, not after they are mended.
 */
export function checked<Doc extends object>(faultsOf: Faults<Doc>): CollectionBeforeValidateHook {
  return async ({ collection, data, originalDoc, req }) => {
    const doc = { ...originalDoc, ...data } as Doc
    const faults = await faultsOf(doc, req)
    const missing = faults.length > 0 ? missingFaults(collection.flattenedFields, doc, faults) : []
    refuse([...missing, ...faults], { collection: collection.slug, req, id: originalDoc?.id })
    return data
  }
}
