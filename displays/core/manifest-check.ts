import { hash } from 'fast-sha256'
import type { Manifest } from '../../src/manifest/manifest'
import { decodeUtf8, toHex } from './base64url'
import { type PublicKey, verifyJws } from './jws'

/** What the signature says. `issuedAt` is in ms since the epoch. */
export type Claims = { display: string; revision: number; sha256: string; issuedAt: number }

/** A manifest that may be acted upon, with what proves it, as it is kept. */
export type Accepted = { manifest: Manifest; claims: Claims; body: Uint8Array; signature: string }

export type ManifestFault =
  | 'manifest-signature'
  | 'manifest-display'
  | 'manifest-hash'
  | 'manifest-revision'
  | 'manifest-version'

/**
 * Checks a manifest as device-protocol says: signature by a held key, this display, SHA-256 of the exact bytes, and a
 * revision that is higher than the last (or the same with the same hash).
 */
export function checkManifest(input: {
  body: Uint8Array
  signature: string
  keys: PublicKey[]
  display: string
  last: Claims | null
}): { ok: true; accepted: Accepted } | { ok: false; code: ManifestFault } {
  const { body, signature, keys, display, last } = input
  const claims = asClaims(verifyJws(signature, keys))
  if (!claims) return { ok: false, code: 'manifest-signature' }
  if (claims.display !== display) return { ok: false, code: 'manifest-display' }
  if (toHex(hash(body)) !== claims.sha256) return { ok: false, code: 'manifest-hash' }
  if (last && last.display === display && !follows(claims, last))
    return { ok: false, code: 'manifest-revision' }
  const manifest = parseManifest(decodeUtf8(body))
  if (!manifest) return { ok: false, code: 'manifest-version' }
  return { ok: true, accepted: { manifest, claims, body, signature } }
}

/** A manifest of the version that this player knows; null otherwise. Its content is trusted: it is signed. */
export function parseManifest(text: string): Manifest | null {
  try {
    const value = JSON.parse(text) as { version?: unknown } | null
    return value && value.version === 1 ? (value as Manifest) : null
  } catch {
    return null
  }
}

function follows(claims: Claims, last: Claims): boolean {
  return (
    claims.revision > last.revision || (claims.revision === last.revision && claims.sha256 === last.sha256)
  )
}

function asClaims(value: unknown): Claims | null {
  const claims = value as Partial<Claims> | null
  const holds =
    claims !== null &&
    typeof claims === 'object' &&
    typeof claims.display === 'string' &&
    typeof claims.revision === 'number' &&
    typeof claims.sha256 === 'string' &&
    typeof claims.issuedAt === 'number'
  return holds ? (claims as Claims) : null
}
