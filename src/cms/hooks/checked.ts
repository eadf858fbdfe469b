import type {
  CollectionBeforeValidateHook,
  FlattenedField,
  GlobalBeforeValidateHook,
  PayloadRequest,
} from 'payload'
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
    const faults = await allFaults(
      faultsOf,
      { ...originalDoc, ...data } as Doc,
      collection.flattenedFields,
      req,
    )
    refuse(faults, { collection: collection.slug, req, id: originalDoc?.id })
    return data
  }
}

/** The same for a global. */
export function checkedGlobal<Doc extends object>(faultsOf: Faults<Doc>): GlobalBeforeValidateHook {
  return async ({ global, data, originalDoc, req }) => {
    const faults = await allFaults(faultsOf, { ...originalDoc, ...data } as Doc, global.flattenedFields, req)
    refuse(faults, { global: global.slug, req })
    return data
  }
}

async function allFaults<Doc extends object>(
  faultsOf: Faults<Doc>,
  doc: Doc,
  fields: FlattenedField[],
  req: PayloadRequest,
): Promise<DocumentFault[]> {
  const faults = await faultsOf(doc, req)
  return faults.length > 0 ? [...missingFaults(fields, doc, faults), ...faults] : []
}
