import { compareCodeUnits } from './parse'
import { type Play, playsOf } from './plays'
import type { Level, Problem } from './problem'
import { type Run, runsOf } from './runs'
import { sweep } from './stretches'
import { type Warning, warningsOf } from './warnings'

/** What a display does over [from, to). Instants are UTC ms, durations seconds. */
export type Timeline = {
  display: string
  timezone: string
  from: number
  to: number
  /** Contiguous; they cover [from, to). */
  segments: Segment[]
  plays?: Play[]
  warnings: Warning[]
}

export type Segment = {
  from: number
  to: number
  /** Where the loop started: at t its position is (t - anchor) mod its duration. */
  anchor: number
  level: Level | 'off' | 'standby'
  /** Ids that the loop holds, sorted by code unit. */
  schedules: string[]
  muted: boolean
  loop: { content: string; schedule: string | null; seconds: number }[]
}

/**
 * The timeline of a problem (docs/scheduling.md). Pure: the same problem gives the same timeline, in whatever order
 * its lists stand. `plays` asks for every single play too: mind the length of the range.
 */
export function resolve(problem: Problem, options: { plays?: boolean } = {}): Timeline {
  const { display, from, to } = problem
  const swept = sweep(problem)
  const runs = runsOf(problem, swept.stretches)
  return {
    display: display.id,
    timezone: display.timezone,
    from,
    to,
    segments: runs.flatMap(segmentsWithin(from, to)),
    ...(options.plays ? { plays: [...playsOf(runs, from, to)] } : {}),
    warnings: warningsOf(problem, swept, runs),
  }
}

/** Gives the segments of runs; those with the same loop share one list. */
function segmentsWithin(from: number, to: number): (run: Run) => Segment[] {
  const shown = new Map<Run['loop'], Pick<Segment, 'schedules' | 'loop'>>()
  return (run) => {
    const parts = run.parts.filter((part) => part.to > from && part.from < to)
    if (parts.length === 0) return []
    const held = shown.get(run.loop) ?? show(run.loop)
    shown.set(run.loop, held)
    return parts.map((part) => ({
      from: Math.max(part.from, from),
      to: Math.min(part.to, to),
      anchor: run.from,
      level: run.selection.level,
      schedules: held.schedules,
      muted: part.muted,
      loop: held.loop,
    }))
  }
}

function show({ items }: Run['loop']): Pick<Segment, 'schedules' | 'loop'> {
  const shown = new Map(
    [...new Set(items)].map((item) => {
      const { entry, schedule } = item
      return [item, { content: entry.content, schedule, seconds: entry.ms / 1000 }]
    }),
  )
  const ids = new Set([...shown.values()].flatMap(({ schedule }) => schedule ?? []))
  const loop = items.map((item) => shown.get(item) as Segment['loop'][number])
  return { schedules: [...ids].sort(compareCodeUnits), loop }
}
