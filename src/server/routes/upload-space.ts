import type { Request, RequestHandler } from 'express'
import { languageOf } from '../../cms/i18n/text'
import { MediaFault, mediaFaults } from '../../media/faults'
import { expectSpace } from '../../media/space'
import type { Storage } from '../../media/storage'

/**
 * Refuses an upload that would fill the disk before a byte of it is taken, whichever way it comes: as a form to Payload, or resumable.
 * The answer is a problem (RFC 9457) that also has `errors` as Payload's have.
 */
export function uploadSpace(storage: Pick<Storage, 'space'>): RequestHandler {
  return async (request, response, next) => {
    if (!bringsFile(request)) return next()
    try {
      await expectSpace(storage, announcedBytes(request))
      next()
    } catch (error) {
      if (!(error instanceof MediaFault)) throw error
      const { code, status } = error
      const message = mediaFaults[code][languageOfRequest(request)]
      const problem = { type: 'about:blank', title: mediaFaults[code].en, status, code, detail: message }
      response
        .status(status)
        .set('Cache-Control', 'no-store')
        .type('application/problem+json')
        .send(JSON.stringify({ ...problem, errors: [{ name: 'APIError', message, data: { code } }] }))
    }
  }
}

/** Payload's admin also reads by POST. */
function bringsFile({ method, headers }: Request) {
  const isForm = headers['content-type']?.startsWith('multipart/form-data') ?? false
  return method === 'POST' && (isForm || headers['upload-length'] !== undefined)
}

/** As tus announces it, or the length of the form; a body of unknown length counts as nothing. */
function announcedBytes({ headers }: Request) {
  const told = Number(headers['upload-length'] ?? headers['content-length'] ?? 0)
  return Number.isFinite(told) && told > 0 ? told : 0
}

/** As Payload chooses it: by its cookie, then by what the browser prefers. */
function languageOfRequest(request: Request) {
  const [, chosen] = /(?:^|;\s*)payload-lng=(\w+)/.exec(request.headers.cookie ?? '') ?? []
  const language = chosen ?? (request.acceptsLanguages('zh', 'en') || 'zh')
  return languageOf({ language })
}
