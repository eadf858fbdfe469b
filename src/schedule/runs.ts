import { type Dates, datesOf } from './dates'
import type { Day } from './day'
import type { Interval } from './interval'
import { buildLoop, type Loop } from './loop/build'
import type { Member } from './member'
import type { Calendar, Level, Problem, Schedule } from './problem'
import type { Selection } from './selection'
import type { Stretch, Sweep } from './stretches'
import { type Zone, zoneOf } from './zone'

/** A time with one loop; only `muted` changes in it. `from` is the anchor. */
export type Run = Interval & {
  selection: Selection
  loop: Loop
  parts: (Interval & { muted: boolean })[]
}

/** A boundary moves to the end of the play in progress where that is at most so much later. */
const MAX_MOVE_MS = 30_000

/** Of loops that may come again; past this they are made anew. */
const MAX_KEPT_ITEMS = 1_000_000

const EMPTY_LOOP: Loop = { items: [], ms: 0, overbooked: [], missed: [] }

/** Joins stretches to runs and gives each its loop, in order, because a moved boundary is the next run's anchor. */
export function* runsOf(problem: Problem, { stretches }: Sweep): Generator<Run, void> {
  const build = loopBuilder(problem.calendar, zoneOf(problem.display.timezone))
  for (const days of stretches()) yield* runsOfDays(days, build)
}

/** Whole days start anew: no run goes on past the last midnight, and no boundary moves there. */
function* runsOfDays(stretches: Stretch[], build: BuildLoop): Generator<Run, void> {
  let group: Stretch[] = []
  let anchor = Number.NEGATIVE_INFINITY
  for (let i = 0; i < stretches.length; i += 1) {
    const stretch = stretches[i] as Stretch
    if (group.length === 0) anchor = Math.max(anchor, stretch.from)
    group.push(stretch)
    const next = stretches[i + 1]
    if (next && !next.midnight && next.selection === stretch.selection) continue

    const run = runOf(group, anchor, build)
    anchor = next ? movedBoundary(run, stretch, next, nextBoundary(stretches, i + 1)) : stretch.to
    const last = run.parts.at(-1)
    if (last) last.to = anchor
    run.to = anchor
    yield run
    group = []
  }
}

type BuildLoop = (selection: Selection, anchor: number, nominalEnd: number) => Loop

function runOf(group: Stretch[], anchor: number, build: BuildLoop): Run {
  const first = group[0] as Stretch
  const to = (group.at(-1) as Stretch).to
  const loop = build(first.selection, anchor, to)
  const parts: Run['parts'] = []
  for (const stretch of group) {
    const part = parts.at(-1)
    if (part?.muted === stretch.muted) part.to = stretch.to
    else parts.push({ from: Math.max(stretch.from, anchor), to: stretch.to, muted: stretch.muted })
  }
  return {
    from: anchor,
    to,
    selection: first.selection,
    loop,
    parts,
  }
}

/** The same selection and length give the same loop, but where its start turns with the date; so it is kept. */
function loopBuilder(calendar: Calendar, zone: Zone): BuildLoop {
  const turnBefore = turnCounter(calendar)
  const ofEveryDay = new Map<Selection, Map<number, Loop>>()
  let ofThatDay = new Map<Selection, Map<number, Loop>>()
  let today: Day | null = null
  let kept = 0
  return (selection, anchor, nominalEnd) => {
    const { ranks } = selection
    if (ranks.length === 0) return EMPTY_LOOP
    const length = nominalEnd - anchor
    const day = zone.dayAt(anchor)
    if (day !== today) ofThatDay = new Map()
    today = day
    const known = ofEveryDay.get(selection)?.get(length) ?? ofThatDay.get(selection)?.get(length)
    if (known) return known

    let turned = false
    const turnOf = (member: Member): number => {
      turned = true
      return turnBefore(day, member)
    }
    const loop = buildLoop({ ranks, length, turnOf })
    kept += turned ? 0 : loop.items.length
    if (kept > MAX_KEPT_ITEMS) {
      ofEveryDay.clear()
      kept = loop.items.length
    }
    const loops = turned ? ofThatDay : ofEveryDay
    const ofSelection = loops.get(selection) ?? new Map<number, Loop>()
    loops.set(selection, ofSelection.set(length, loop))
    return loop
  }
}

/** How many dates a member has had before a day; asked day by day, so that the last answer is kept. */
function turnCounter(calendar: Calendar): (day: Day, member: Member) => number {
  const known = new Map<Schedule, { dates: Dates; day: Day; turn: number }>()
  return (day, { schedule }) => {
    if (!schedule) return Math.max(0, day)
    const last = known.get(schedule)
    if (last?.day === day) return last.turn
    const dates = last?.dates ?? datesOf(schedule, calendar)
    const turn = dates.countBefore(day)
    known.set(schedule, { dates, day, turn })
    return turn
  }
}

/** Where the boundary after `run` really is: docs/scheduling.md, "Segments". */
function movedBoundary(run: Run, before: Stretch, after: Stretch, following: number): number {
  const nominal = after.from
  const gentle = isGentle(before.selection.level) && isGentle(after.selection.level)
  if (!gentle || after.midnight || before.muted !== after.muted || run.loop.ms === 0) return nominal
  let end = run.from + Math.floor((nominal - run.from) / run.loop.ms) * run.loop.ms
  for (const { entry } of run.loop.items) {
    if (end >= nominal) return nominal
    end += entry.ms
    if (end <= nominal) continue
    return end - nominal <= MAX_MOVE_MS && entry.validUntil >= end && end < following ? end : nominal
  }
  return nominal
}

/** Normal and filler play only within operating hours, so the hours need no look. */
function isGentle(level: Selection['level']): boolean {
  return level === ('normal' satisfies Level) || level === ('filler' satisfies Level)
}

/** The nominal boundary after the one at which stretch `i` starts, one where only `muted` changes included. */
function nextBoundary(stretches: Stretch[], i: number): number {
  for (let at = i; at < stretches.length; at += 1) {
    const stretch = stretches[at] as Stretch
    const next = stretches[at + 1]
    if (!next || next.midnight || next.selection !== stretch.selection || next.muted !== stretch.muted)
      return stretch.to
  }
  return Number.POSITIVE_INFINITY
}
