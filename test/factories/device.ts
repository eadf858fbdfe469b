import { createHash, createPublicKey, verify } from 'node:crypto'
import { manifestSchema } from '../../src/manifest/manifest'
import type { Staff } from './staff'

const base = '/api/device/v1'

export type Device = {
  display: string
  token: string
  keys: { kid: string; x: string }[]
  /** One call of the protocol, with this device's token. */
  call(
    method: string,
    path: string,
    options?: { body?: unknown; headers?: Record<string, string> },
  ): Promise<Response>
  /** The manifest, its signature checked. */
  manifest(): Promise<SignedManifest>
}

export type SignedManifest = Awaited<ReturnType<typeof checkManifest>>

/** Pairs a device with a display, as its operator would. */
export async function pairDevice(url: string, staff: Staff, display: string): Promise<Device> {
  const facts = { model: 'test', width: 384, height: 256 }
  const begun = await json(await fetch(`${url}${base}/pairings`, post(facts)), 201)
  const confirmed = await staff.send('POST', `/api/device-pairings/${begun.code}`, { display })
  if (confirmed.status !== 200) throw new Error(`not confirmed: ${JSON.stringify(confirmed.body)}`)
  const headers = { Authorization: `Pairing ${begun.pollToken}` }
  const paired = await json(await fetch(`${url}${base}/pairings/me`, { headers }), 200)
  return device(url, paired)
}

function device(url: string, { display, token, keys }: Pick<Device, 'display' | 'token' | 'keys'>): Device {
  const call: Device['call'] = (method, path, { body, headers } = {}) =>
    fetch(path.startsWith('/media/') ? `${url}${path}` : `${url}${base}${path}`, {
      ...(body === undefined ? { method } : post(body, method)),
      headers: {
        Authorization: `Bearer ${token}`,
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...headers,
      },
    })
  return {
    display,
    token,
    keys,
    call,
    manifest: async () => checkManifest(await call('GET', '/manifest'), { display, keys }),
  }
}

async function checkManifest(response: Response, { display, keys }: Pick<Device, 'display' | 'keys'>) {
  if (response.status !== 200)
    throw new Error(`manifest answered ${response.status}: ${await response.text()}`)
  const bytes = Buffer.from(await response.arrayBuffer())
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const jws = String(response.headers.get('Manifest-Signature'))
  const [header, claims, signature] = jws.split('.') as [string, string, string]
  const { kid } = JSON.parse(Buffer.from(header, 'base64url').toString()) as { kid: string }
  const x = keys.find((key) => key.kid === kid)?.x
  if (x === undefined) throw new Error('signed by a key that the device does not hold')
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' })
  const holds = verify(null, Buffer.from(`${header}.${claims}`), key, Buffer.from(signature, 'base64url'))
  const signed = JSON.parse(Buffer.from(claims, 'base64url').toString()) as {
    display: string
    revision: number
    sha256: string
    issuedAt: number
  }
  if (!holds || signed.display !== display || signed.sha256 !== sha256)
    throw new Error('the signature does not hold')
  return {
    manifest: manifestSchema.parse(JSON.parse(bytes.toString())),
    etag: String(response.headers.get('ETag')),
    revision: signed.revision,
    sha256,
  }
}

function post(body: unknown, method = 'POST') {
  return {
    method,
    headers: { 'Content-Type': 'application/json' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  }
}

type PairingAnswer = { code: string; pollToken: string; display: string; token: string; keys: Device['keys'] }

async function json(response: Response, status: number): Promise<PairingAnswer> {
  const text = await response.text()
  if (response.status !== status) throw new Error(`answered ${response.status}: ${text}`)
  return JSON.parse(text) as PairingAnswer
}
