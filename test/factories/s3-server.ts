import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { presignedFault } from './s3-signature'

export type S3Server = {
  endpoint: string
  /** Objects by key, without the bucket; to be tampered with. */
  objects: Map<string, { bytes: Buffer; modified: number }>
  /** Uploads in parts that are neither completed nor aborted. */
  unfinished: Map<string, { key: string; parts: Map<number, Buffer>; initiated: number }>
  /** Requests answered so far: `GET key`. */
  log: string[]
  close(): Promise<void>
}

type Answer = { status: number; headers?: Record<string, string>; body?: string | Buffer }

/**
 * As much of S3 as the store and displays use: objects, ranges, listings in pages of two, uploads in parts; one bucket, named in the
 * path, with the CORS rule of docs/decisions/storage.md. It asks for a signature in the headers (of any key) or a true one in the query,
 * and compares the checksums that come with the bytes, as S3 does.
 */
export async function startS3Server({ now = Date.now } = {}): Promise<S3Server> {
  const objects: S3Server['objects'] = new Map()
  const unfinished: S3Server['unfinished'] = new Map()
  const log: string[] = []
  let uploads = 0

  async function answer(request: IncomingMessage): Promise<Answer> {
    const url = new URL(request.url ?? '/', 'http://s3')
    const key = decodeURIComponent(url.pathname.split('/').slice(2).join('/'))
    const query = url.searchParams
    const body = await buffer(request)
    log.push(`${request.method} ${key}`)
    if (request.method === 'OPTIONS') return { status: 200 }
    const inHeaders = request.headers.authorization?.startsWith('AWS4-HMAC-SHA256 Credential=')
    const fault = inHeaders ? null : presignedFault(request, now())
    if (fault) return refusal(403, fault)
    if (!hasItsChecksum(request, body)) return refusal(400, 'BadDigest')
    if (key === '') return query.has('uploads') ? listUploads() : listObjects(query)
    switch (request.method) {
      case 'HEAD':
      case 'GET':
        return object(key, query, request.headers.range)
      case 'PUT':
        return query.has('partNumber') ? part(query, body) : put(key, body)
      case 'POST':
        return query.has('uploads') ? begin(key) : complete(query, body.toString())
      default:
        if (query.has('uploadId')) unfinished.delete(String(query.get('uploadId')))
        else objects.delete(key)
        return { status: 204 }
    }
  }

  function object(key: string, query: URLSearchParams, range: string | undefined): Answer {
    const found = objects.get(key)
    if (!found) return refusal(404, 'NoSuchKey')
    const headers: Record<string, string> = {
      'last-modified': new Date(found.modified).toUTCString(),
      etag: etagOf(found.bytes),
      'accept-ranges': 'bytes',
      'content-type': query.get('response-content-type') ?? 'application/octet-stream',
      'cache-control': query.get('response-cache-control') ?? '',
    }
    const [, first, last] = range?.match(/^bytes=(\d+)-(\d+)$/) ?? []
    if (first === undefined || last === undefined) return { status: 200, headers, body: found.bytes }
    const body = found.bytes.subarray(Number(first), Number(last) + 1)
    const told = `bytes ${first}-${Number(first) + body.length - 1}/${found.bytes.length}`
    return { status: 206, headers: { ...headers, 'content-range': told }, body }
  }

  function put(key: string, bytes: Buffer): Answer {
    objects.set(key, { bytes, modified: now() })
    return { status: 200, headers: { etag: etagOf(bytes) } }
  }

  function begin(key: string): Answer {
    uploads += 1
    unfinished.set(String(uploads), { key, parts: new Map(), initiated: now() })
    const body = `<InitiateMultipartUploadResult><Key>${key}</Key><UploadId>${uploads}</UploadId></InitiateMultipartUploadResult>`
    return { status: 200, body }
  }

  function part(query: URLSearchParams, bytes: Buffer): Answer {
    unfinished.get(String(query.get('uploadId')))?.parts.set(Number(query.get('partNumber')), bytes)
    return { status: 200, headers: { etag: etagOf(bytes) } }
  }

  function complete(query: URLSearchParams, body: string): Answer {
    const id = String(query.get('uploadId'))
    const upload = unfinished.get(id)
    if (!upload) return refusal(404, 'NoSuchUpload')
    const numbers = [...body.matchAll(/<PartNumber>(\d+)</g)].map(([, number]) => Number(number))
    const parts = numbers.map((number) => upload.parts.get(number) ?? Buffer.alloc(0))
    unfinished.delete(id)
    objects.set(upload.key, { bytes: Buffer.concat(parts), modified: now() })
    return {
      status: 200,
      body: `<CompleteMultipartUploadResult><Key>${upload.key}</Key></CompleteMultipartUploadResult>`,
    }
  }

  function listUploads(): Answer {
    const entries = [...unfinished].map(
      ([id, { key, initiated }]) =>
        `<Upload><Key>${key}</Key><UploadId>${id}</UploadId><Initiated>${new Date(initiated).toISOString()}</Initiated></Upload>`,
    )
    return {
      status: 200,
      body: `<ListMultipartUploadsResult>${entries.join('')}</ListMultipartUploadsResult>`,
    }
  }

  function listObjects(query: URLSearchParams): Answer {
    const keys = [...objects.keys()].filter((key) => key.startsWith(query.get('prefix') ?? '')).sort()
    const from = Number(query.get('continuation-token') ?? 0)
    const page = keys.slice(from, from + 2)
    const entries = page.map((key) => {
      const { bytes, modified } = objects.get(key) ?? { bytes: Buffer.alloc(0), modified: 0 }
      return `<Contents><Key>${key}</Key><Size>${bytes.length}</Size><LastModified>${new Date(modified).toISOString()}</LastModified></Contents>`
    })
    const more = from + 2 < keys.length
    const next = more ? `<NextContinuationToken>${from + 2}</NextContinuationToken>` : ''
    return {
      status: 200,
      body: `<ListBucketResult><IsTruncated>${more}</IsTruncated>${next}${entries.join('')}</ListBucketResult>`,
    }
  }

  const server = createServer((request, response) => {
    answer(request).then(
      (given) => send(request, response, given),
      () => response.destroy(),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    objects,
    unfinished,
    log,
    async close() {
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
    },
  }
}

const sharedWithAll = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': 'GET, HEAD',
  'access-control-allow-headers': 'range',
  'access-control-expose-headers': 'ETag, Content-Range',
}

function send(request: IncomingMessage, response: ServerResponse, { status, headers, body = '' }: Answer) {
  const shared = request.headers.origin === undefined ? {} : sharedWithAll
  response.writeHead(status, { ...headers, ...shared, 'content-length': Buffer.byteLength(body) })
  response.end(request.method === 'HEAD' ? undefined : body)
}

function hasItsChecksum(request: IncomingMessage, body: Buffer) {
  const told = request.headers['x-amz-checksum-sha256']
  return told === undefined || told === createHash('sha256').update(body).digest('base64')
}

function etagOf(bytes: Buffer) {
  return `"${createHash('md5').update(bytes).digest('hex')}"`
}

function refusal(status: number, code: string): Answer {
  return { status, body: `<Error><Code>${code}</Code><Message>${code}</Message></Error>` }
}
