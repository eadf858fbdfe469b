import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
} from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/** An Ed25519 public key as displays keep it: `x` is the raw key, base64url (RFC 8037). */
export type PublicKey = { kid: string; x: string }

export type InstallationKey = {
  public: PublicKey
  /** A compact JWS (RFC 7515, `EdDSA`) over `claims`. */
  sign(claims: object): string
}

/** The installation's signing key from `path`, made there (PKCS #8 PEM, readable by its owner alone) at the first start. */
export function installationKey(path: string): InstallationKey {
  const privateKey = createPrivateKey(readOrCreate(path))
  const { x } = createPublicKey(privateKey).export({ format: 'jwk' })
  if (x === undefined) throw new Error(`${path} is not an Ed25519 key`)
  const kid = thumbprint(x)
  const header = base64url({ alg: 'EdDSA', kid })
  return { public: { kid, x }, sign: (claims) => signCompact(privateKey, header, claims) }
}

/** RFC 7638 thumbprint of an Ed25519 key: its `kid`. */
function thumbprint(x: string) {
  return createHash('sha256')
    .update(JSON.stringify({ crv: 'Ed25519', kty: 'OKP', x }))
    .digest('base64url')
}

function signCompact(key: KeyObject, header: string, claims: object) {
  const signed = `${header}.${base64url(claims)}`
  return `${signed}.${sign(null, Buffer.from(signed), key).toString('base64url')}`
}

function base64url(value: object) {
  return Buffer.from(JSON.stringify(value)).toString('base64url')
}

/** Made whole under another name, then linked: two starts at once end with one key, and a crash leaves none half written. */
function readOrCreate(path: string): string {
  const existing = readIfThere(path)
  if (existing !== null) return existing
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  const pem = generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' })
  const temporary = `${path}.${process.pid}.tmp`
  writeFileSync(temporary, pem, { mode: 0o600, flush: true })
  try {
    linkSync(temporary, path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(temporary)
  }
  return readFileSync(path, 'utf8')
}

function readIfThere(path: string) {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}
