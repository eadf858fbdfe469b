import type { Interval } from './interval'
import { compareCodeUnits } from './parse'
import type { Problem } from './problem'
import type { Run } from './runs'

/** What warnings need to know of runs, noted while they pass by: the runs of a long range are never held together. */
export type Notes = {
  /** Ask in ascending order. */
  add(run: Run): void
  /** Which schedules play at least once in the range. */
  played: ReadonlySet<string>
  found(): Noted[]
}

export type NotedCode = 'overbooked' | 'booking-missed' | 'takeover-conflict' | 'gap'

/** The ids sorted; the intervals merged. */
export type Noted = { code: NotedCode; schedules: string[]; intervals: Interval[] }

export function notesOf({ from, to }: Problem): Notes {
  const played = new Set<string>()
  const seen = new WeakSet<Run['loop']>()
  const groups = new Map<string, Noted>()
  const note = (code: NotedCode, ids: string[], run: Run) => {
    const schedules = [...ids].sort(compareCodeUnits)
    const key = JSON.stringify([code, schedules])
    const group = groups.get(key)
    const last = group?.intervals.at(-1)
    if (last && run.from <= last.to) last.to = run.to
    else if (group) group.intervals.push({ from: run.from, to: run.to })
    else groups.set(key, { code, schedules, intervals: [{ from: run.from, to: run.to }] })
  }
  return {
    played,
    found: () => [...groups.values()],
    add(run) {
      const { loop, selection } = run
      if (run.from >= to || run.to <= from) return
      if (loop.overbooked.length > 0) note('overbooked', loop.overbooked, run)
      if (loop.missed.length > 0) note('booking-missed', loop.missed, run)
      if (selection.level === 'filler' || selection.level === 'standby') note('gap', [], run)
      const winners = selection.ranks[0] ?? []
      if (selection.level === 'takeover' && winners.length > 1) {
        note(
          'takeover-conflict',
          winners.flatMap(({ schedule }) => schedule?.id ?? []),
          run,
        )
      }
      if (seen.has(loop)) return
      seen.add(loop)
      for (const { schedule } of loop.items) if (schedule !== null) played.add(schedule)
    },
  }
}
