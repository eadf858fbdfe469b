import { createHash, createHmac } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

/** What the tests' S3 server knows its clients by. */
export const s3Credentials = { accessKeyId: 'who', secretAccessKey: 'a secret of the tests' }

/**
 * Why a presigned request is refused at `now` (UTC ms), or null: SigV4 in the query, worked out anew as Amazon describes it
 * (https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html), with the method and every override signed.
 */
export function presignedFault({ method, headers, url }: IncomingMessage, now: number): string | null {
  const { pathname, searchParams: query } = new URL(url ?? '/', 'http://s3')
  const given = query.get('X-Amz-Signature')
  const [, ...scope] = (query.get('X-Amz-Credential') ?? '').split('/')
  const stamp = query.get('X-Amz-Date') ?? ''
  if (given === null) return 'AccessDenied'
  const signed = [...query].filter(([name]) => name !== 'X-Amz-Signature')
  const canonicalQuery = signed.map((pair) => pair.map(encoded).join('=')).sort()
  const canonical = [
    ...[method, pathname, canonicalQuery.join('&'), `host:${headers.host}`],
    ...['', 'host', 'UNSIGNED-PAYLOAD'],
  ]
  const hash = createHash('sha256').update(canonical.join('\n')).digest('hex')
  const keys = scope.reduce<string | Buffer>(
    (key, part) => createHmac('sha256', key).update(part).digest(),
    `AWS4${s3Credentials.secretAccessKey}`,
  )
  const text = ['AWS4-HMAC-SHA256', stamp, scope.join('/'), hash].join('\n')
  if (createHmac('sha256', keys).update(text).digest('hex') !== given) return 'SignatureDoesNotMatch'
  const [, y, mo, d, h, mi, s] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(stamp) ?? []
  const signedAt = Date.parse(`${y}-${mo}-${d}T${h}:${mi}:${s}Z`)
  return now < signedAt + Number(query.get('X-Amz-Expires')) * 1000 ? null : 'AccessDenied'
}

function encoded(text: string) {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}
