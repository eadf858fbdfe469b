import { createHmac, timingSafeEqual } from 'node:crypto'

export type MediaFile = { sha256: string; ext: string }

/**
 * The address of a file until `expires` (UTC ms): signed, so that only files named in a manifest can be asked for.
 * The same file and expiry give the same address.
 */
export function mediaUrl(secret: string, file: MediaFile, expires: number): string {
  const exp = Math.floor(expires / 1000)
  return `/media/${file.sha256}.${file.ext}?exp=${exp}&sig=${signature(secret, file, exp)}`
}

/** Whether `sig` is the signature of that file until `exp` (seconds since the epoch) and `exp` is not over at `now` (ms). */
export function isMediaUrlValid(
  secret: string,
  file: MediaFile,
  { exp, sig }: { exp: number; sig: string },
  now: number,
): boolean {
  const expected = Buffer.from(signature(secret, file, exp))
  const given = Buffer.from(sig)
  return given.length === expected.length && timingSafeEqual(given, expected) && now < exp * 1000
}

/** 128 bits of HMAC-SHA-256 (RFC 2104, section 5 allows half the output), base64url. */
function signature(secret: string, { sha256, ext }: MediaFile, exp: number) {
  const mac = createHmac('sha256', secret).update(`media\n${sha256}.${ext}\n${exp}`).digest()
  return mac.subarray(0, 16).toString('base64url')
}
