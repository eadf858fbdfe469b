import type { Heartbeat } from '../../src/manifest/messages'
import { PlayerError } from '../core/policy'
import type { Reports } from '../core/reports'
import { type Env, wait } from '../env'
import { API, bearer, json, type Request } from './request'

const BEAT_MS = 30_000
/** Changes are told this soon, gathered, in ms. */
const SOON_MS = 1000

export type Beat = { soon(): void }

/**
 * Tells the server every 30 s how the display is, and soon after `soon()`: at a new manifest, say. Faults are told until an answer
 * comes. A beat that fails is not retried: the next one says more.
 */
export function startHeartbeat(options: {
  env: Env
  request: Request
  token(): string
  facts(): Promise<Omit<Heartbeat, 'errors'>>
  reports: Reports
  answered(answer: { name?: unknown }): void
}): Beat {
  const { env, request, token, facts, reports, answered } = options
  let hurry: () => void = () => undefined
  let hurried = false

  async function beat(): Promise<void> {
    const errors = reports.pending()
    const response = await request(`${API}/heartbeat`, json({ ...(await facts()), errors }, bearer(token())))
    if (response.status !== 200) throw new PlayerError('server-error', `heartbeat ${response.status}`)
    reports.told(errors)
    answered(await response.json())
  }

  async function run(): Promise<never> {
    for (;;) {
      hurried = false
      await beat().catch(() => undefined)
      if (!hurried) {
        await new Promise<void>((resolve) => {
          env.setTimer(resolve, BEAT_MS * (0.9 + env.random() / 5))
          hurry = resolve
        })
      }
      await wait(env, SOON_MS * env.random())
    }
  }
  void run()
  return {
    soon() {
      hurried = true
      hurry()
    },
  }
}
