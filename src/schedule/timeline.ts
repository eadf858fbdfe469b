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

/** A timeline whose long lists are made while they are read, each time anew. */
export type Outline = Omit<Timeline, 'segments' | 'plays'> & {
  segments: Iterable<Segment>
  plays: Iterable<Play>
}

/**
 * The timeline of a problem (docs/scheduling.md). Pure: the same problem gives the same timeline, in whatever order
 * its lists stand. `plays` asks for every single play too: mind the length of the range.
 */
export function resolve(problem: Problem, options: { plays?: boolean } = {}): Timeline {
  const { segments, plays, warnings, ...outline } = outlineOf(problem)
  return { ...outline, segments: [...segments], ...(options.plays ? { plays: [...plays] } : {}), warnings }
}

/** The same for a reader who keeps nothing: a range may have millions of plays. */
export function outlineOf(problem: Problem): Outline {
  const { display, from, to } = problem
  const swept = sweep(problem)
  const runs = runsOf(problem, swept.stretches)
  return {
    display: display.id,
    timezone: display.timezone,
    from,
    to,
    segments: { [Symbol.iterator]: () => segmentsWithin(runs, from, to) },
    plays: { [Symbol.iterator]: () => playsOf(runs, from, to) },
    warnings: warningsOf(problem, swept, runs),
  }
}

/** The segments of runs; those with the same loop share one list. */
function* segmentsWithin(runs: Run[], from: number, to: number): Generator<Segment, void> {
  const shown = new Map<Run['loop'], Pick<Segment, 'schedules' | 'loop'>>()
  for (const run of runs) {
    for (const part of run.parts) {
      if (part.to <= from || part.from >= to) continue
      const held = shown.get(run.loop) ?? show(run.loop)
      shown.set(run.loop, held)
      yield {
        from: Math.max(part.from, from),
        to: Math.min(part.to, to),
        anchor: run.from,
        level: run.selection.level,
        schedules: held.schedules,
        muted: part.muted,
        loop: held.loop,
      }
    }
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
