import nacl from 'tweetnacl'
import { decodeUtf8, fromBase64url } from './base64url'

/** An Ed25519 public key as the protocol carries it: `x` is the raw 32 bytes in base64url (RFC 8037). */
export type PublicKey = { kid: string; x: string }

/**
 * The payload of a compact JWS (RFC 7515, alg EdDSA) whose `kid` is one of `keys` and whose signature holds;
 * null otherwise. Never throws.
 */
export function verifyJws(jws: string, keys: PublicKey[]): unknown {
  const parts = jws.split('.')
  if (parts.length !== 3) return null
  const [head = '', body = '', signature = ''] = parts
  try {
    const header = JSON.parse(decodeUtf8(fromBase64url(head))) as {
      alg?: unknown
      kid?: unknown
      crit?: unknown
    }
    // RFC 7515 section 4.1.11: an extension that is not understood and critical makes the JWS invalid.
    if (header.alg !== 'EdDSA' || header.crit !== undefined) return null
    const key = keys.filter((candidate) => candidate.kid === header.kid)[0]
    if (!key) return null
    const message = asciiBytes(`${head}.${body}`)
    if (!nacl.sign.detached.verify(message, fromBase64url(signature), fromBase64url(key.x))) return null
    return JSON.parse(decodeUtf8(fromBase64url(body)))
  } catch {
    // Malformed base64url, JSON, or a key or signature of the wrong length: all mean that the signature does not hold.
    return null
  }
}

function asciiBytes(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length)
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i)
  return bytes
}
