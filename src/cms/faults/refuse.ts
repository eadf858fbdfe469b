import {
  type CollectionSlug,
  type FlattenedField,
  type Payload,
  type PayloadRequest,
  ValidationError,
} from 'payload'
import { labelOf } from '../i18n/labelOf'
import { languageOf } from '../i18n/text'
import { type DocumentFault, faultText } from './fault'
import { labelAt } from './labelAt'

/**
 * Throws Payload's ValidationError (400) for the faults, if there are any: the admin shows each at its field, REST answers
 * `errors[0].data.errors[]` with `path`, `code` and a `message` in the language of the request.
 */
export function refuse(
  faults: DocumentFault[],
  context: ({ collection: string } | { global: string }) & { req: PayloadRequest; id?: string | number },
) {
  if (faults.length === 0) return
  const { req, id, ...where } = context
  const language = languageOf(req.i18n)
  const fields = fieldsOf(where, req.payload)
  const errors = faults.map((fault) => ({
    path: fault.path,
    label: labelOf(labelAt(fields, fault.path), language) || fault.path,
    code: fault.code,
    message: faultText(fault, language),
  }))
  throw new ValidationError({ ...where, errors, req, ...(id !== undefined && { id }) }, req.t)
}

function fieldsOf(where: { collection: string } | { global: string }, payload: Payload): FlattenedField[] {
  if ('collection' in where) {
    return payload.collections[where.collection as CollectionSlug]?.config.flattenedFields ?? []
  }
  return payload.globals.config.find(({ slug }) => slug === where.global)?.flattenedFields ?? []
}
