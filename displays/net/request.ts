import type { Clock } from '../core/clock'
import { PlayerError } from '../core/policy'
import { type Env, within } from '../env'

export type Request = (url: string, init?: RequestInit) => Promise<Response>

/** No answer within this time counts as no answer, in ms. A file comes in parts, so that it holds for slow lines too. */
const TIMEOUT_MS = 30_000

export const API = '/api/device/v1'

/**
 * fetch past the browser's cache (which keeps even a 410) with a time limit; sets the clock by each answer. Rejects with a PlayerError (`network`) where there is no
 * answer, `server-error` at a 5xx, `rate-limited` at a 429; other statuses are the caller's to judge.
 */
export function createRequest(env: Env, clock: Clock): Request {
  return async (url, init) => {
    const controller = typeof AbortController === 'function' ? new AbortController() : null
    const sent = env.monotonic()
    let response: Response
    try {
      const signal = controller ? controller.signal : undefined
      response = await within(
        env,
        TIMEOUT_MS,
        'no answer',
        env.fetch(url, { cache: 'no-store', ...init, signal }),
      )
    } catch (error) {
      if (controller) controller.abort()
      throw new PlayerError('network', error instanceof Error ? error.message : String(error))
    }
    clock.sample(Number(response.headers.get('Server-Time')), sent, env.monotonic())
    if (response.status >= 500)
      throw new PlayerError('server-error', `${response.status} ${url.split('?')[0]}`)
    if (response.status === 429) throw new PlayerError('rate-limited', String(url.split('?')[0]))
    return response
  }
}

/** JSON to POST. */
export function json(value: unknown, headers: Record<string, string> = {}): RequestInit {
  return {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify(value),
  }
}

/** The header by which a display shows its token. */
export function bearer(token: string): Record<string, string> {
  return { Authorization: `Bearer ${token}` }
}
