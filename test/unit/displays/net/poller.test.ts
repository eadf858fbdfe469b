import { describe, expect, it } from 'vitest'
import { PlayerError } from '../../../../displays/core/policy'
import { pollManifest } from '../../../../displays/net/poller'
import { fakeEnv } from '../../../factories/fake-env'
import { sha256 } from '../../../factories/loop-manifest'

function polling(answer: () => Response | Error, pollSeconds = 30) {
  const { env, pass } = fakeEnv()
  const asked: { at: number; tag: string | null }[] = []
  const failed: string[] = []
  const state = { welcomes: 0 }
  const last = { display: 'd', revision: 5, sha256: sha256('m'), issuedAt: 0 }
  void pollManifest({
    env,
    async request(_, init) {
      asked.push({ at: env.monotonic(), tag: new Headers(init?.headers).get('If-None-Match') })
      const result = answer()
      if (result instanceof Error) throw result
      return result
    },
    identity: () => ({ display: 'd', token: 't', keys: [], name: '' }),
    last: () => last,
    held: () => last.sha256,
    pollSeconds: () => pollSeconds,
    accept: async () => undefined,
    failed: (code) => failed.push(code),
    welcome() {
      state.welcomes += 1
    },
  })
  return { asked, failed, state, pass, last }
}

describe('pollManifest', () => {
  it('asks every pollSeconds, with the tag of what it has', async () => {
    const { asked, failed, state, pass, last } = polling(() => new Response(null, { status: 304 }))
    await pass(100_000)
    expect(asked.map(({ at }) => at)).toEqual([0, 31_500, 63_000, 94_500])
    expect(asked[0]?.tag).toBe(`"${last.sha256}"`)
    expect(failed).toEqual([])
    expect(state.welcomes).toBe(4)
  })

  it('waits longer after each failure, but never longer than between polls', async () => {
    const { asked, failed, pass } = polling(() => new PlayerError('network'))
    await pass(300_000)
    const gaps = asked.slice(1).map(({ at }, index) => at - (asked[index]?.at ?? 0))
    expect(gaps.slice(0, 4)).toEqual([750, 1500, 3000, 6000])
    expect(Math.max(...gaps)).toBeLessThanOrEqual(30_000)
    expect(new Set(failed)).toEqual(new Set(['network']))
  })

  it('is no tight loop where displays poll every second', async () => {
    const { asked, pass } = polling(() => new PlayerError('network'), 1)
    await pass(60_000)
    expect(asked.length).toBeLessThan(20)
  })

  it.each([
    [401, 'unauthorised'],
    [403, 'unauthorised'],
    [404, 'server-error'],
  ])('calls %i by its name', async (status, code) => {
    const { failed, state, pass } = polling(() => new Response(null, { status }))
    await pass(10)
    expect(failed).toEqual([code])
    expect(state.welcomes).toBe(0)
  })

  it('reports an unsigned manifest and accepts nothing', async () => {
    const { failed, state, pass } = polling(() => new Response('{"version":1}'))
    await pass(10)
    expect(failed).toEqual(['manifest-signature'])
    expect(state.welcomes).toBe(0)
  })
})
