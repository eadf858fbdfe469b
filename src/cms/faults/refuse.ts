import { type PayloadRequest, ValidationError } from 'payload'
import { languageOf } from '../i18n/text'
import { type DocumentFault, faultText } from './fault'

/**
 * Throws Payload's ValidationError (400) for the faults, if there are any: the admin shows each at its field, REST answers
 * `errors[0].data.errors[]` with `path`, `code` and a `message` in the language of the request.
 */
export function refuse(
  faults: DocumentFault[],
  context: { collection: string; req: PayloadRequest; id?: string | number },
) {
  if (faults.length === 0) return
  const { collection, req, id } = context
  const errors = faults.map((fault) => ({
    path: fault.path,
    code: fault.code,
    message: faultText(fault, languageOf(req.i18n)),
  }))
  throw new ValidationError({ collection, errors, req, ...(id !== undefined && { id }) }, req.t)
}
