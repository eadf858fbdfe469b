import { type Notes, notesOf } from './notes'
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

/** A timeline whose lists are made while they are read, each time anew. */
export type Outline = Omit<Timeline, 'segments' | 'plays' | 'warnings'> & {
  segments: Iterable<Segment>
  plays: Iterable<Play>
  warnings: Iterable<Warning>
}

/**
 * The timeline of a problem (docs/scheduling.md). Pure: the same problem gives the same timeline, in whatever order
 * its lists stand. `plays` asks for every single play too: mind the length of the range.
 */
export function resolve(problem: Problem, options: { plays?: boolean } = {}): Timeline {
  const { segments, plays, warnings, ...outline } = outlineOf(problem)
  return {
    ...outline,
    segments: [...segments],
    ...(options.plays ? { plays: [...plays] } : {}),
    warnings: [...warnings],
  }
}

/** The same for a reader who keeps nothing: a range may have millions of plays, and hundreds of thousands of segments. */
export function outlineOf(problem: Problem): Outline {
  const { display, from, to } = problem
  const swept = sweep(problem)
  let noted: Notes | null = null
  function* segments(): Generator<Segment, void> {
    const notes = notesOf(problem)
    yield* segmentsOf(noting(runsOf(problem, swept), notes), from, to)
    noted = notes
  }
  const warnings = (): Warning[] => {
    // Whoever has read the segments has seen what warnings are about.
    if (!noted) for (const _ of segments());
    return warningsOf(problem, swept, noted as Notes)
  }
  return {
    display: display.id,
    timezone: display.timezone,
    from,
    to,
    segments: { [Symbol.iterator]: segments },
    plays: { [Symbol.iterator]: () => playsOf(runsOf(problem, swept), from, to) },
    warnings: { [Symbol.iterator]: () => warnings().values() },
  }
}

function* noting(runs: Iterable<Run>, notes: Notes): Generator<Run, void> {
  for (const run of runs) {
    notes.add(run)
    yield run
  }
}

/** The segments of runs; those with the same loop share one list. */
function* segmentsOf(runs: Iterable<Run>, from: number, to: number): Generator<Segment, void> {
  const shown = new WeakMap<Run['loop'], Pick<Segment, 'schedules' | 'loop'>>()
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
