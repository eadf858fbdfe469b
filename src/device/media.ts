import { type RequestHandler, type Response, Router } from 'express'
import { z } from 'zod'
import type { Storage, StoredFile } from '../media/storage'
import { isMediaUrlValid } from '../publish/media-urls'
import { matchesTag } from './conditional'
import { Problem } from './problems'

export type MediaOptions = {
  urlSecret: string
  now: () => number
  /** Whether a file (`<sha256>.<ext>`) belongs to a content that may be shown. */
  isOnAir: (file: string) => boolean
  storage: Pick<Storage, 'stat' | 'localPath'>
}

const signedQuery = z.object({ exp: z.coerce.number().int(), sig: z.string() })

/**
 * `GET|HEAD /media/<sha256>.<ext>?exp=…&sig=…`: files by hash, never anything that is not approved. Range, If-Range and
 * conditional requests (RFC 9110) are `send`'s, under a strong ETag: the hash itself.
 */
export function mediaRouter({ urlSecret, now, isOnAir, storage }: MediaOptions): Router {
  const serve: RequestHandler = async (request, response) => {
    const file = storedFile(String(request.params.file))
    const query = signedQuery.safeParse(request.query)
    if (!query.success || !isMediaUrlValid(urlSecret, file, query.data, now())) {
      throw new Problem('media-url-invalid')
    }
    if (!isOnAir(`${file.sha256}.${file.ext}`)) throw new Problem('media-not-found')
    response.set({
      'Cache-Control': 'public, max-age=86400, immutable',
      'Access-Control-Allow-Origin': '*',
    })
    await sendStored(response, storage, file)
  }
  const router = Router()
  router.use((_request, response, next) => {
    response.set('Server-Time', String(now()))
    next()
  })
  return router.get('/:file', serve)
}

/** The file that a name of the form `<sha256>.<ext>` stands for. @throws Problem where it is no such name */
export function storedFile(name: string): StoredFile {
  const [, sha256, ext] = /^([0-9a-f]{64})\.([0-9a-z]{1,8})$/.exec(name) ?? []
  if (sha256 === undefined || ext === undefined) throw new Problem('media-not-found')
  return { sha256, ext }
}

/** Sends a file under its hash as a strong ETag. A reader that goes away in the middle is no fault. */
export async function sendStored(
  response: Response,
  storage: Pick<Storage, 'stat' | 'localPath'>,
  file: StoredFile,
): Promise<void> {
  if ((await storage.stat(file)) === null) throw new Problem('media-not-found')
  const path = await storage.localPath(file)
  const etag = `"${file.sha256}"`
  response.set('ETag', etag)
  if (matchesTag(response.req.headers['if-none-match'], etag)) {
    response.status(304).end()
    return
  }
  const options = { cacheControl: false, lastModified: false, etag: false, dotfiles: 'allow' } as const
  await new Promise<void>((resolve, reject) => {
    response.sendFile(path, options, (error?: NodeJS.ErrnoException & { status?: number }) => {
      if (!error || response.headersSent || response.destroyed) return resolve()
      if (error.status !== 416) return reject(error)
      response.removeHeader('Cache-Control')
      response.status(416).end()
      resolve()
    })
  })
}
