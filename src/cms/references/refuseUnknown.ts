import type { CollectionBeforeValidateHook, CollectionSlug, PayloadRequest } from 'payload'
import type { DocumentFault } from '../faults/fault'
import { refuse } from '../faults/refuse'
import { labelOf } from '../i18n/labelOf'
import { languageOf } from '../i18n/text'
import { referencesOf } from './referencesOf'
import { valuesAt } from './valuesAt'

/** Refuses a change that names a document which is not there. */
export const refuseUnknown: CollectionBeforeValidateHook = async ({ collection, data, originalDoc, req }) => {
  const faults: DocumentFault[] = []
  for (const { path, relationTo } of referencesOf(collection.flattenedFields)) {
    const chosen = valuesAt(data, path)
    const known = await knownIds(
      relationTo as CollectionSlug,
      chosen.map(({ id }) => id),
      req,
    )
    const what = labelOf(
      req.payload.collections[relationTo as CollectionSlug].config.labels.singular,
      languageOf(req.i18n),
    )
    for (const { path: at, id } of chosen) {
      if (!known.has(id)) faults.push({ path: at, code: 'not-found', values: { what } })
    }
  }
  refuse(faults, { collection: collection.slug, req, id: originalDoc?.id })
  return data
}

async function knownIds(
  collection: CollectionSlug,
  ids: string[],
  req: PayloadRequest,
): Promise<Set<string>> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return new Set()
  const { docs } = await req.payload.find({
    collection,
    where: { id: { in: wanted } },
    select: {},
    depth: 0,
    pagination: false,
    req,
  })
  return new Set(docs.map(({ id }) => String(id)))
}
