import type { Env } from '../../displays/env'

export type FakeEnv = {
  env: Env
  /** Lets time pass: timers run in their order, and what waits for them too. */
  pass(ms: number): Promise<void>
}

/** Turns of the event loop that bodies of answers take to be read. */
const TURNS = 5

/** An Env whose time passes only when told; `random` is 0.5. */
export function fakeEnv(fetch: Env['fetch'] = () => Promise.reject(new Error('no network'))): FakeEnv {
  let now = 0
  let next = 1
  const timers = new Map<number, { at: number; run: () => void }>()
  async function settle() {
    for (let turn = 0; turn < TURNS; turn++) await new Promise<void>((resolve) => setImmediate(resolve))
  }
  return {
    env: {
      monotonic: () => now,
      wall: () => now,
      random: () => 0.5,
      setTimer(run, ms) {
        const id = next++
        timers.set(id, { at: now + ms, run })
        return id
      },
      clearTimer(id) {
        timers.delete(id)
      },
      fetch,
    },
    async pass(ms) {
      const end = now + ms
      await settle()
      for (;;) {
        const due = [...timers.entries()]
          .filter(([, { at }]) => at <= end)
          .sort(([, a], [, b]) => a.at - b.at)[0]
        if (!due) break
        timers.delete(due[0])
        now = Math.max(now, due[1].at)
        due[1].run()
        await settle()
      }
      now = end
    },
  }
}
