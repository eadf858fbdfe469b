import { delayAfter, type ErrorCode, faultOf, PlayerError } from '../core/policy'
import { type Env, wait } from '../env'
import type { StoredPlay } from '../store/database'
import type { PlayStore } from '../store/plays'
import { API, bearer, json, type Request } from './request'

const BATCH = 1000
/** Plays are gathered for this long before they are sent, in ms. */
const GATHER_MS = 5000
/** The longest pause between attempts, in ms. */
const RECOVERY_MS = 30_000

/**
 * Sends plays for ever, oldest first, and forgets them only once the server has answered that it has them. A lost answer sends them
 * again: the server counts by (display, bootId, seq). What it refuses (with 200) it never takes, so that too is forgotten.
 */
export async function sendPlays(options: {
  env: Env
  request: Request
  plays: PlayStore
  token(): string
  failed(code: ErrorCode, detail: string): void
}): Promise<never> {
  const { env, request, plays, token, failed } = options
  let failures = 0
  for (;;) {
    let pause = GATHER_MS
    try {
      const batch = await plays.oldest(BATCH)
      const first = batch[0]
      if (first) {
        const body = { bootId: first.bootId, plays: batch.map(onTheWire) }
        const response = await request(`${API}/plays`, json(body, bearer(token())))
        if (response.status === 401) throw new PlayerError('unauthorised', 'plays')
        if (response.status !== 200) throw new PlayerError('server-error', `plays ${response.status}`)
        await plays.remove(batch)
        if (batch.length === BATCH) pause = 0
      }
      failures = 0
    } catch (error) {
      const { code, detail } = faultOf(error, 'storage-failed')
      failures += 1
      failed(code, detail)
      pause = delayAfter(code, failures, env.random(), RECOVERY_MS)
    }
    await wait(env, pause)
  }
}

function onTheWire(play: StoredPlay) {
  const { seq, content, schedule, from, ms, outcome, manifest, error, unsynced } = play
  return { seq, content, schedule, from, ms, outcome, manifest, error, unsynced }
}
