import { describe, expect, it } from 'vitest'
import { type Pairing, pair, sharesKey } from '../../../../displays/net/pairing'
import { fakeEnv } from '../../../factories/fake-env'

const ours = [{ kid: 'a', x: 'AAAA' }]
const theirs = [{ kid: 'a', x: 'BBBB' }]

function pairing(answers: (path: string) => [number, unknown], accepts = (_: Pairing['keys']) => true) {
  const { env, pass } = fakeEnv()
  const shown: (string | null)[] = []
  const state: { done: Awaited<ReturnType<typeof pair>> | undefined; stopped: boolean } = {
    done: undefined,
    stopped: false,
  }
  void pair({
    env,
    facts: { width: 1, height: 1 },
    accepts,
    show: (next) => shown.push(next ? next.code : null),
    failed: () => undefined,
    stopped: () => state.stopped,
    async request(url) {
      const [status, body] = answers(url.replace('/api/device/v1', ''))
      return new Response(JSON.stringify(body), { status })
    },
  }).then((done) => {
    state.done = done
  })
  return { shown, state, pass }
}

describe('pair', () => {
  const begun = {
    code: 'ABC234',
    pollToken: 'p',
    expiresAt: '2026-10-01T00:00:00Z',
    pollSeconds: 2,
    keys: ours,
  }
  const paired = { status: 'paired', display: 'd-1', token: 't', keys: ours }

  it('shows a code until it is confirmed', async () => {
    let asked = 0
    const { shown, state, pass } = pairing((path) => {
      if (path === '/pairings') return [201, begun]
      asked += 1
      return asked < 3 ? [202, { status: 'pending' }] : [200, paired]
    })
    await pass(5900)
    expect(shown).toEqual(['ABC234'])
    await pass(200)
    expect(shown).toEqual(['ABC234', null])
    expect(state.done).toEqual({ display: 'd-1', token: 't', keys: ours })
  })

  it('takes another code when one is spent', async () => {
    const codes = ['AAA222', 'BBB333']
    const { shown, pass } = pairing((path) =>
      path === '/pairings'
        ? [201, { ...begun, code: codes.shift() ?? 'CCC444' }]
        : [410, { code: 'pairing-expired' }],
    )
    await pass(3900)
    expect(shown.filter((code) => code !== null)).toEqual(['AAA222', 'BBB333'])
  })

  it('shows no code of an installation whose key it does not hold', async () => {
    const { shown, pass } = pairing(
      () => [201, { ...begun, keys: theirs }],
      (keys) => sharesKey(ours, keys),
    )
    await pass(60_000)
    expect(shown.every((code) => code === null)).toBe(true)
  })

  it('ends when it is no longer needed', async () => {
    const { state, pass } = pairing((path) => (path === '/pairings' ? [201, begun] : [202, {}]))
    await pass(1000)
    state.stopped = true
    await pass(5000)
    expect(state.done).toBeNull()
  })
})
