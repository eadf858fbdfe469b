import { describe, expect, it } from 'vitest'
import { PlayerError } from '../../../../displays/core/policy'
import { sendPlays } from '../../../../displays/net/play-sender'
import type { StoredPlay } from '../../../../displays/store/database'
import { playsBatch } from '../../../../src/manifest/messages'
import { fakeEnv } from '../../../factories/fake-env'
import { sha256 } from '../../../factories/loop-manifest'

function aPlay(id: number, bootId = 'boot-1'): StoredPlay {
  const from = 1_790_000_000_000 + id
  const outcome = 'completed'
  return { id, bootId, seq: id, content: 'c', schedule: null, from, ms: 1, outcome, manifest: sha256('m') }
}

function sending(plays: StoredPlay[], answers: (Response | Error)[]) {
  const { env, pass } = fakeEnv()
  const batches: { bootId: string; seqs: number[] }[] = []
  const stored = [...plays]
  void sendPlays({
    env,
    token: () => 't',
    failed: () => undefined,
    plays: {
      add: async () => undefined,
      async oldest(most) {
        return stored.filter(({ bootId }) => bootId === stored[0]?.bootId).slice(0, most)
      },
      async remove(gone) {
        for (const play of gone) stored.splice(stored.indexOf(play), 1)
      },
      count: async () => stored.length,
    },
    async request(_, init) {
      const body = playsBatch.parse(JSON.parse(String(init?.body)))
      batches.push({ bootId: body.bootId, seqs: body.plays.map((play) => (play as { seq: number }).seq) })
      const result = answers.shift() ?? new Response('{}')
      if (result instanceof Error) throw result
      return result
    },
  })
  return { stored, batches, pass }
}

describe('sendPlays', () => {
  it('sends a boot at a time, oldest first, and forgets what the server has', async () => {
    const { stored, batches, pass } = sending([aPlay(1), aPlay(2), aPlay(3, 'boot-2')], [])
    await pass(20_000)
    expect(batches).toEqual([
      { bootId: 'boot-1', seqs: [1, 2] },
      { bootId: 'boot-2', seqs: [3] },
    ])
    expect(stored).toEqual([])
  })

  it('sends the same again after a lost answer', async () => {
    const { stored, batches, pass } = sending([aPlay(1), aPlay(2)], [new PlayerError('network')])
    await pass(20_000)
    expect(batches.map(({ seqs }) => seqs)).toEqual([
      [1, 2],
      [1, 2],
    ])
    expect(stored).toEqual([])
  })

  it('keeps plays while the server refuses its token', async () => {
    const refused = Array.from({ length: 50 }, () => new Response('{}', { status: 401 }))
    const { stored, batches, pass } = sending([aPlay(1)], refused)
    await pass(120_000)
    expect(stored).toHaveLength(1)
    expect(batches.length).toBeLessThan(12)
  })

  it('sends no more than a thousand at once, one batch after another', async () => {
    const many = Array.from({ length: 2500 }, (_, index) => aPlay(index))
    const { stored, batches, pass } = sending(many, [])
    await pass(100)
    expect(batches.map(({ seqs }) => seqs.length)).toEqual([1000, 1000, 500])
    expect(stored).toEqual([])
  })
})
