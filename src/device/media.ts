import { pipeline } from 'node:stream/promises'
import { type RequestHandler, type Response, Router } from 'express'
import { z } from 'zod'
import { parseRange } from '../media/range'
import { parseContentName, type Storage, type StoredFile } from '../media/storage'
import { isMediaUrlValid } from '../publish/media-urls'
import { matchesTag } from './conditional'
import { Problem } from './problems'

export type MediaOptions = {
  urlSecret: string
  now: () => number
  /** Whether a file (`<sha256>.<ext>`) belongs to a content that may be shown. */
  isOnAir: (file: string) => boolean
  storage: ServedStorage & Pick<Storage, 'links'>
}

export type ServedStorage = Pick<Storage, 'stat' | 'localPath' | 'pathAtHand' | 'read'>

const cacheControl = 'public, max-age=86400, immutable'

const signedQuery = z.object({ exp: z.coerce.number().int(), sig: z.string() })

/**
 * `GET|HEAD /media/<sha256>.<ext>?exp=…&sig=…`: files by hash, never anything that is not approved. Range, If-Range and
 * conditional requests (RFC 9110) are `send`'s, under a strong ETag: the hash itself. A file that lies in a store with addresses of its
 * own is answered with 302 to a fresh one, after the same checks.
 */
export function mediaRouter({ urlSecret, now, isOnAir, storage }: MediaOptions): Router {
  const serve: RequestHandler = async (request, response) => {
    const file = storedFile(String(request.params.file))
    const query = signedQuery.safeParse(request.query)
    if (!query.success || !isMediaUrlValid(urlSecret, file, query.data, now())) {
      throw new Problem('media-url-invalid')
    }
    if (!isOnAir(`${file.sha256}.${file.ext}`)) throw new Problem('media-not-found')
    response.set('Access-Control-Allow-Origin', '*')
    if (storage.links) {
      const method = request.method === 'HEAD' ? 'HEAD' : 'GET'
      const location = await storage.links.to(file, { method, cacheControl })
      response.status(302).set({ 'Cache-Control': 'no-store', Location: location }).end()
      return
    }
    response.set('Cache-Control', cacheControl)
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
  const file = parseContentName(name)
  if (!file) throw new Problem('media-not-found')
  return file
}

/**
 * Sends a file under its hash as a strong ETag. One that lies elsewhere is passed on as it comes, and fetched for those that ask
 * next. A reader that goes away in the middle is no fault.
 */
export async function sendStored(
  response: Response,
  storage: ServedStorage,
  file: StoredFile,
): Promise<void> {
  const found = await storage.stat(file)
  if (found === null) throw new Problem('media-not-found')
  const etag = `"${file.sha256}"`
  response.set('ETag', etag)
  if (matchesTag(response.req.headers['if-none-match'], etag)) {
    response.status(304).end()
    return
  }
  const path = await storage.pathAtHand(file)
  if (path !== null) await sendPath(response, path)
  else await passOn(response, storage, file, { bytes: found.bytes, etag })
}

async function sendPath(response: Response, path: string) {
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

async function passOn(
  response: Response,
  storage: ServedStorage,
  file: StoredFile,
  { bytes, etag }: { bytes: number; etag: string },
) {
  const { headers, method } = response.req
  const condition = headers['if-range']
  const range = condition === undefined || condition === etag ? parseRange(headers.range, bytes) : null
  response.set('Accept-Ranges', 'bytes').type(file.ext)
  if (range === 'unsatisfiable') {
    response.removeHeader('Cache-Control')
    response.status(416).set('Content-Range', `bytes */${bytes}`).end()
    return
  }
  const { start, end } = range ?? { start: 0, end: bytes - 1 }
  response.set('Content-Length', String(end - start + 1))
  if (range) response.status(206).set('Content-Range', `bytes ${start}-${end}/${bytes}`)
  if (method === 'HEAD') {
    response.end()
    return
  }
  const source = storage.read(file, { start, end })
  // Who asks next finds a copy; where that fails, they are passed it on in their turn.
  storage.localPath(file).catch(() => undefined)
  await pipeline(source, response).catch((error: unknown) => {
    if (!response.headersSent) throw error
  })
}
