import { createPublicKey, verify } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { installationKey } from '../../../src/publish/installation-key'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'key-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

describe('installationKey', () => {
  it('is made once, for its owner alone, and found again', () => {
    const path = join(folder, 'keys/installation.pem')
    const made = installationKey(path)
    expect(statSync(path).mode & 0o777).toBe(0o600)
    expect(installationKey(path).public).toEqual(made.public)
  })

  it('signs compact JWS that hold under the public key alone', () => {
    const key = installationKey(join(folder, 'key.pem'))
    const [header, claims, signature] = key.sign({ display: 'd', revision: 1 }).split('.') as [
      string,
      string,
      string,
    ]
    expect(JSON.parse(Buffer.from(header, 'base64url').toString())).toEqual({
      alg: 'EdDSA',
      kid: key.public.kid,
    })
    expect(JSON.parse(Buffer.from(claims, 'base64url').toString())).toEqual({ display: 'd', revision: 1 })
    const publicKey = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: key.public.x }, format: 'jwk' })
    const holds = (text: string) =>
      verify(null, Buffer.from(text), publicKey, Buffer.from(signature, 'base64url'))
    expect(holds(`${header}.${claims}`)).toBe(true)
    expect(holds(`${header}.${claims}x`)).toBe(false)
  })

  it('does not replace a file that is no key', () => {
    const path = join(folder, 'key.pem')
    writeFileSync(path, 'not a key')
    expect(() => installationKey(path)).toThrow()
    expect(readFileSync(path, 'utf8')).toBe('not a key')
  })
})
