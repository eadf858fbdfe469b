import { Readable } from 'node:stream'
import { parseRange } from '../../../media/range'
import type { Storage, StoredFile } from '../../../media/storage'

type FileRequest = { headers: Headers }

/** Staff only: nothing of it may stay in a shared cache, and an SVG opened by itself runs nothing. */
const headersForStaff = {
  'Cache-Control': 'private, max-age=3600',
  'Accept-Ranges': 'bytes',
  'X-Content-Type-Options': 'nosniff',
  'Content-Security-Policy':
    "default-src 'none'; img-src data:; style-src 'unsafe-inline'; media-src 'self'; sandbox",
}

/** A stored file as an answer: 200, 206 for a single range, 304, 404 or 416. */
export async function fileResponse(
  request: FileRequest,
  storage: Storage,
  file: StoredFile,
  mimeType: string,
): Promise<Response> {
  const found = await storage.stat(file)
  if (!found) return new Response(null, { status: 404 })
  const etag = `"${file.sha256}"`
  const headers = new Headers({ ...headersForStaff, 'Content-Type': mimeType, ETag: etag })
  if (request.headers.get('if-none-match')?.includes(etag))
    return new Response(null, { status: 304, headers })

  const range = parseRange(request.headers.get('range'), found.bytes)
  if (range === 'unsatisfiable') {
    headers.set('Content-Range', `bytes */${found.bytes}`)
    return new Response(null, { status: 416, headers })
  }
  const { start, end } = range ?? { start: 0, end: found.bytes - 1 }
  headers.set('Content-Length', String(end - start + 1))
  if (range) headers.set('Content-Range', `bytes ${start}-${end}/${found.bytes}`)
  const body = Readable.toWeb(storage.read(file, { start, end })) as ReadableStream
  return new Response(body, { status: range ? 206 : 200, headers })
}
