import { APIError, type PayloadRequest } from 'payload'
import { type MediaFault, mediaFaults } from '../../../media/faults'
import { languageOf } from '../../i18n/text'

/** A fault as Payload answers it: in the language of who asked, `errors[0].data.code` for programs. */
export function asApiError(fault: MediaFault, req: Pick<PayloadRequest, 'i18n'>): APIError<{ code: string }> {
  return new APIError(mediaFaults[fault.code][languageOf(req.i18n)], fault.status, { code: fault.code }, true)
}
