import { generateKeyPairSync, sign } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { checkManifest } from '../../../../displays/core/manifest-check'
import { sha256 } from '../../../factories/loop-manifest'

const display = 'd-1'
const text = JSON.stringify({ version: 1, withdrawn: [], note: '宣播' })
const body = new Uint8Array(Buffer.from(text))
const claims = { display, revision: 10, sha256: sha256(text), issuedAt: 1_790_000_000_000 }
const ours = keyPair('k-1')
const theirs = keyPair('k-1')
const keys = [ours.public]

function keyPair(kid: string) {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  return {
    public: { kid, x: String(publicKey.export({ format: 'jwk' }).x) },
    jws(payload: object, header: object = { alg: 'EdDSA', kid }) {
      const signed = `${encode(header)}.${encode(payload)}`
      return `${signed}.${sign(null, Buffer.from(signed), privateKey).toString('base64url')}`
    },
  }
}

describe('checkManifest', () => {
  it('accepts what the installation signed for this display', () => {
    const result = checkManifest({ body, signature: ours.jws(claims), keys, display, last: null })
    expect(result).toMatchObject({ ok: true, accepted: { claims, manifest: { version: 1 } } })
  })

  it.each([
    ['no signature', '', 'manifest-signature'],
    ['words', 'a.b.c', 'manifest-signature'],
    ['bytes that are no base64url', '!!.!!.!!', 'manifest-signature'],
    ['a signature by another key of the same name', theirs.jws(claims), 'manifest-signature'],
    ['an unknown kid', ours.jws(claims, { alg: 'EdDSA', kid: 'k-2' }), 'manifest-signature'],
    ['alg none', ours.jws(claims, { alg: 'none', kid: 'k-1' }), 'manifest-signature'],
    [
      'a critical extension',
      ours.jws(claims, { alg: 'EdDSA', kid: 'k-1', crit: ['x'] }),
      'manifest-signature',
    ],
    ['claims without a revision', ours.jws({ ...claims, revision: undefined }), 'manifest-signature'],
    ["another display's", ours.jws({ ...claims, display: 'd-2' }), 'manifest-display'],
    ['other bytes', ours.jws({ ...claims, sha256: sha256('other') }), 'manifest-hash'],
  ])('refuses %s', (_, signature, code) => {
    expect(checkManifest({ body, signature, keys, display, last: null })).toEqual({ ok: false, code })
  })

  it('refuses claims that were changed after signing', () => {
    const [head, , signature] = ours.jws(claims).split('.')
    const changed = Buffer.from(JSON.stringify({ ...claims, revision: 99 })).toString('base64url')
    const forged = `${head}.${changed}.${signature}`
    expect(checkManifest({ body, signature: forged, keys, display, last: null }).ok).toBe(false)
  })

  it.each([
    ['a lower revision', 11, sha256(text), false],
    ['the same revision with another hash', 10, sha256('other'), false],
    ['the same revision and hash', 10, sha256(text), true],
    ['a higher revision', 9, sha256('other'), true],
  ])('%s', (_, revision, hash, ok) => {
    const last = { ...claims, revision, sha256: hash }
    expect(checkManifest({ body, signature: ours.jws(claims), keys, display, last }).ok).toBe(ok)
  })

  it.each(['{"version":2}', 'null', 'not json'])('refuses %s, though signed', (other) => {
    const bytes = new Uint8Array(Buffer.from(other))
    const signature = ours.jws({ ...claims, sha256: sha256(other) })
    const result = checkManifest({ body: bytes, signature, keys, display, last: null })
    expect(result).toEqual({ ok: false, code: 'manifest-version' })
  })
})
