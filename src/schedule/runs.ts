import { type Dates, datesOf } from './dates'
import type { Day } from './day'
import type { Interval } from './interval'
import { buildLoop, type Loop } from './loop/build'
import type { Member } from './member'
import type { Calendar, Level, Problem, Schedule } from './problem'
import type { Selection } from './selection'
import type { Stretch } from './stretches'
import { type Zone, zoneOf } from './zone'

/** A time with one loop; only `muted` changes in it. `from` is the anchor. */
export type Run = Interval & {
  selection: Selection
  loop: Loop
  /** Sum of the loop's items, ms; 0 where it is empty. */
  loopMs: number
  parts: (Interval & { muted: boolean })[]
}

/** A boundary moves to the end of the play in progress where that is at most so much later. */
const MAX_MOVE_MS = 30_000

const EMPTY_LOOP: Loop = { items: [], overbooked: [], missed: [] }

/** Joins stretches to runs and gives each its loop, in order, because a moved boundary is the next run's anchor. */
export function runsOf(problem: Problem, stretches: Stretch[]): Run[] {
  const zone = zoneOf(problem.display.timezone)
  const build = loopBuilder(problem.calendar, zone)
  const runs: Run[] = []
  let group: Stretch[] = []
  let anchor = 0
  stretches.forEach((stretch, i) => {
    if (group.length === 0) anchor = Math.max(anchor, stretch.from)
    group.push(stretch)
    const next = stretches[i + 1]
    if (next && !next.midnight && next.selection === stretch.selection) return

    const run = runOf(group, anchor, build)
    anchor = next ? movedBoundary(run, stretch, next, nextBoundary(stretches, i + 1)) : stretch.to
    const last = run.parts.at(-1)
    if (last) last.to = anchor
    run.to = anchor
    runs.push(run)
    group = []
  })
  return runs
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
    loopMs: loop.items.reduce((sum, { entry }) => sum + entry.ms, 0),
    parts,
  }
}

/** The same selection and length give the same loop, but where its start turns with the date; so it is kept. */
function loopBuilder(calendar: Calendar, zone: Zone): BuildLoop {
  const kept = new Map<Selection, Map<string, Loop>>()
  const turnBefore = turnCounter(calendar)
  return (selection, anchor, nominalEnd) => {
    const { ranks } = selection
    if (ranks.length === 0) return EMPTY_LOOP
    const length = nominalEnd - anchor
    const day = zone.dayAt(anchor)
    const loops = kept.get(selection) ?? new Map<string, Loop>()
    kept.set(selection, loops)
    const [everyDay, thatDay] = [`${length}`, `${length} ${day}`]
    const known = loops.get(everyDay) ?? loops.get(thatDay)
    if (known) return known
    let turned = false
    const turnOf = (member: Member): number => {
      turned = true
      return turnBefore(day, member)
    }
    const loop = buildLoop({ ranks, length, turnOf })
    loops.set(turned ? thatDay : everyDay, loop)
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
  if (!gentle || after.midnight || before.muted !== after.muted || run.loopMs === 0) return nominal
  let end = run.from + Math.floor((nominal - run.from) / run.loopMs) * run.loopMs
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
