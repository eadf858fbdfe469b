import type { Run } from './runs'

/** One showing of one content, clipped to the range asked for. */
export type Play = { from: number; to: number; content: string; schedule: string | null }

/** Every play in [from, to), in order. A change of `muted` does not part a play; every other boundary cuts it. */
export function* playsOf(runs: Iterable<Run>, from: number, to: number): Generator<Play, void> {
  for (const run of runs) {
    const start = Math.max(run.from, from)
    const end = Math.min(run.to, to)
    if (run.loop.ms === 0 || start >= end) continue
    let at = run.from + Math.floor((start - run.from) / run.loop.ms) * run.loop.ms
    while (at < end) {
      for (const { entry, schedule } of run.loop.items) {
        const play = { from: Math.max(at, start), to: Math.min(at + entry.ms, end) }
        at += entry.ms
        if (play.from < play.to) yield { ...play, content: entry.content, schedule }
      }
    }
  }
}
