import { type Accepted, type Claims, checkManifest } from '../core/manifest-check'
import { delayAfter, type ErrorCode, faultOf, PlayerError } from '../core/policy'
import { type Env, wait } from '../env'
import type { Identity } from '../store/memory'
import { API, bearer, type Request } from './request'

/** However often a display polls, it waits this long between attempts once several have failed, in ms. */
const RECOVERY_MS = 5000

/**
 * Asks for the manifest for ever: every `pollSeconds`, spread by a tenth so that displays drift apart; after a failure by the
 * policy's delays, but no less often than when all is well, so that a server that is back is noticed soon.
 */
export async function pollManifest(options: {
  env: Env
  request: Request
  identity(): Identity
  /** The claims of the newest manifest accepted. */
  last(): Claims | null
  /** The hash of the manifest that is here, where there is one. */
  held(): string | null
  pollSeconds(): number
  accept(accepted: Accepted): Promise<void>
  failed(code: ErrorCode, detail: string): void
  /** Called after each answer that the token was taken for. */
  welcome(): void
}): Promise<never> {
  const { env } = options
  const usual = () => Math.max(1, options.pollSeconds()) * 1000
  let failures = 0
  for (;;) {
    let pause: number
    try {
      await pollOnce(options)
      failures = 0
      pause = usual() * (1 + env.random() / 10)
    } catch (error) {
      const { code, detail } = faultOf(error, 'network')
      failures += 1
      options.failed(code, detail)
      pause = delayAfter(code, failures, env.random(), Math.max(usual(), RECOVERY_MS))
    }
    await wait(env, pause)
  }
}

async function pollOnce(options: Parameters<typeof pollManifest>[0]): Promise<void> {
  const { request, identity, last, held } = options
  const { token, keys, display } = identity()
  const tag = held()
  const headers = bearer(token)
  if (tag) headers['If-None-Match'] = `"${tag}"`
  const response = await request(`${API}/manifest`, { headers })
  if (response.status === 401 || response.status === 403)
    throw new PlayerError('unauthorised', String(response.status))
  if (response.status === 304) return options.welcome()
  if (response.status !== 200) throw new PlayerError('server-error', `manifest ${response.status}`)
  const body = new Uint8Array(await response.arrayBuffer())
  const signature = response.headers.get('Manifest-Signature') || ''
  const result = checkManifest({ body, signature, keys, display, last: last() })
  if (!result.ok) throw new PlayerError(result.code)
  options.welcome()
  await options.accept(result.accepted)
}
