import { hash } from 'fast-sha256'
import type { PairingRequest } from '../../src/manifest/messages'
import { fromBase64url, toHex } from '../core/base64url'
import type { PublicKey } from '../core/jws'
import { delayAfter, type ErrorCode, faultOf } from '../core/policy'
import { type Env, wait } from '../env'
import { API, json, type Request } from './request'

export type Pairing = {
  code: string
  pollToken: string
  expiresAt: number
  pollSeconds: number
  keys: PublicKey[]
}

export type Paired = { display: string; token: string; keys: PublicKey[] }

/**
 * Shows one code after another until an operator confirms one, and resolves with what the display now is.
 * `accepts` says whether an installation with these keys may be paired with: a code of another one is never shown.
 */
export async function pair(options: {
  env: Env
  request: Request
  facts: PairingRequest
  accepts(keys: PublicKey[]): boolean
  show(pairing: Pairing | null): void
  failed(code: ErrorCode, detail: string): void
  /** Ends the attempt: resolves with null. */
  stopped(): boolean
}): Promise<Paired | null> {
  const { env, request, facts, accepts, show, failed, stopped } = options
  let failures = 0
  async function pause(error: unknown) {
    const { code, detail } = faultOf(error, 'network')
    failures += 1
    failed(code, detail)
    await wait(env, delayAfter(code, failures, env.random()))
  }
  while (!stopped()) {
    try {
      const response = await request(`${API}/pairings`, json(facts))
      if (response.status !== 201) throw new Error(`pairings ${response.status}`)
      const pairing = asPairing(await response.json())
      if (!accepts(pairing.keys)) throw new Error('another installation')
      failures = 0
      show(pairing)
      const paired = await poll(pairing)
      show(null)
      if (paired && accepts(paired.keys)) return paired
    } catch (error) {
      show(null)
      await pause(error)
    }
  }
  return null

  /** Asks until the code is confirmed; null once it is spent. */
  async function poll(pairing: Pairing): Promise<Paired | null> {
    while (!stopped()) {
      await wait(env, Math.max(1, pairing.pollSeconds) * 1000)
      try {
        const headers = { Authorization: `Pairing ${pairing.pollToken}` }
        const response = await request(`${API}/pairings/me`, { headers })
        failures = 0
        if (response.status === 200) return asPaired(await response.json())
        if (response.status !== 202) return null
      } catch (error) {
        await pause(error)
      }
    }
    return null
  }
}

/**
 * The short fingerprint of an installation's key, shown at the display and in the admin so that a person can compare them:
 * the first eight hexadecimal digits of the SHA-256 of the raw key, in two groups.
 */
export function fingerprint(keys: PublicKey[]): string {
  const first = keys[0]
  if (!first) return ''
  const hex = toHex(hash(fromBase64url(first.x))).toUpperCase()
  return `${hex.slice(0, 4)} ${hex.slice(4, 8)}`
}

/** Whether one of `offered` is one of `held`. */
export function sharesKey(held: PublicKey[], offered: PublicKey[]): boolean {
  return offered.some((key) => held.some((known) => known.x === key.x))
}

function asPairing(value: unknown): Pairing {
  const { code, pollToken, expiresAt, pollSeconds, keys } = value as { [K in keyof Pairing]?: unknown }
  const until = typeof expiresAt === 'string' ? Date.parse(expiresAt) : Number(expiresAt)
  return {
    code: String(code),
    pollToken: String(pollToken),
    expiresAt: until,
    pollSeconds: Number(pollSeconds) || 3,
    keys: Array.isArray(keys) ? (keys as PublicKey[]) : [],
  }
}

function asPaired(value: unknown): Paired {
  const { display, token, keys } = value as { [K in keyof Paired]?: unknown }
  if (typeof display !== 'string' || typeof token !== 'string' || !Array.isArray(keys))
    throw new Error('pairing answer')
  return { display, token, keys: keys as PublicKey[] }
}
