import { DAY_MS } from './day'
import { clip, complement, type Interval, intersect, merge } from './interval'
import { activeIntervals } from './occurrences'
import { compareCodeUnits } from './parse'
import type { Problem } from './problem'
import type { Run } from './runs'
import type { Candidate, Sweep } from './stretches'

export type WarningCode =
  | 'overbooked'
  | 'booking-missed'
  | 'never-active'
  | 'always-outranked'
  | 'nothing-playable'
  | 'takeover-conflict'
  | 'gap'
  | 'expires'

/** Something that an operator should look at, for [from, to) within the range asked for. */
export type Warning = { code: WarningCode; schedules: string[]; from: number; to: number; message: string }

/** The warnings of a range, one for each contiguous interval, sorted by from, code and ids. */
export function warningsOf(problem: Problem, { days, candidates, open }: Sweep, runs: Run[]): Warning[] {
  const { from, to } = problem
  const played = playedIn(runs, from, to)
  const found: Found[] = [
    ...runs.flatMap(ofRun),
    ...candidates.flatMap((candidate) => ofCandidate(candidate, { problem, days, open, played })),
  ]
  return joined(found)
    .flatMap(({ code, schedules, intervals }) =>
      clip(merge(intervals), from, to).map((interval) => ({
        code,
        schedules,
        ...interval,
        message: MESSAGES[code](schedules.join(', ')),
      })),
    )
    .sort(
      (a, b) =>
        a.from - b.from ||
        compareCodeUnits(a.code, b.code) ||
        compareCodeUnits(a.schedules.join(), b.schedules.join()),
    )
}

const MESSAGES: Record<WarningCode, (ids: string) => string> = {
  overbooked: (ids) => `The hour has no room for every play booked: ${ids} play less often than booked.`,
  'booking-missed': (ids) =>
    `An entry of the loop is longer than half the spacing of ${ids}: plays are late or missed.`,
  'never-active': (ids) => `${ids} is never active within the range.`,
  'always-outranked': (ids) => `${ids} is active and never plays within the range: others outrank it.`,
  'nothing-playable': (ids) => `${ids} is active and none of its contents is valid.`,
  'takeover-conflict': (ids) => `The takeovers ${ids} tie and share the screen.`,
  gap: () => 'Only filler or the standby card plays within operating hours.',
  expires: (ids) => `The end of a content leaves ${ids} with nothing to play while it is active.`,
}

/** How long before the range an active time may have lost its contents for that to be worth a warning. */
const MAX_LOOKBACK_MS = 400 * DAY_MS

type Found = { code: WarningCode; schedules: string[]; interval: Interval }

function ofRun(run: Run): Found[] {
  const { level, ranks } = run.selection
  const found: Found[] = []
  const add = (code: WarningCode, schedules: string[]) => {
    found.push({
      code,
      schedules: [...schedules].sort(compareCodeUnits),
      interval: { from: run.from, to: run.to },
    })
  }
  if (run.loop.overbooked.length > 0) add('overbooked', run.loop.overbooked)
  if (run.loop.missed.length > 0) add('booking-missed', run.loop.missed)
  if (level === 'filler' || level === 'standby') add('gap', [])
  const winners = ranks[0] ?? []
  if (level === 'takeover' && winners.length > 1) {
    add(
      'takeover-conflict',
      winners.flatMap(({ schedule }) => schedule?.id ?? []),
    )
  }
  return found
}

/** Which schedules play at least once in [from, to). */
function playedIn(runs: Run[], from: number, to: number): ReadonlySet<string> {
  const loops = new Set(runs.filter((run) => run.from < to && run.to > from).map(({ loop }) => loop))
  const played = new Set<string>()
  for (const { items } of loops) for (const { schedule } of items) if (schedule !== null) played.add(schedule)
  return played
}

type Circumstances = { problem: Problem; days: Interval; open: Interval[]; played: ReadonlySet<string> }

function ofCandidate(candidate: Candidate, { problem, days, open, played }: Circumstances): Found[] {
  const { schedule } = candidate
  const { from, to, display } = problem
  const active = clip(candidate.active, days.from, days.to)
  const { id, level } = schedule
  const found = (code: WarningCode, intervals: Interval[]): Found[] =>
    intervals.map((interval) => ({ code, schedules: [id], interval }))
  if (clip(active, from, to).length === 0) return found('never-active', [{ from, to }])

  const playable = merge(
    schedule.entries.map(({ validFrom, validUntil }) => ({ from: validFrom, to: validUntil })),
  )
  const barren = intersect(active, complement(playable))
  const expired = barren.filter((hole) => isExpiry(hole, candidate, problem))
  const anyHour = level === 'emergency' && display.emergencyOutsideHours
  const contending = () => intersect(intersect(active, playable), anyHour ? active : open)
  return [
    ...found('nothing-playable', barren),
    ...found('expires', expired),
    ...(played.has(id) ? [] : found('always-outranked', contending())),
  ]
}

/** Whether it is the end of a content, within the same active time, that left a schedule with nothing to play. */
function isExpiry(hole: Interval, { schedule, active }: Candidate, { calendar }: Problem): boolean {
  let end = Number.NEGATIVE_INFINITY
  for (const { validFrom, validUntil } of schedule.entries) {
    if (validFrom < validUntil && validUntil <= hole.from) end = Math.max(end, validUntil)
  }
  const earliest = hole.from - MAX_LOOKBACK_MS
  if (end < earliest) return false
  // A content may have ended before the days that were looked at.
  const times = end < hole.from ? activeIntervals(schedule, calendar, end - 1, hole.from + 1) : active
  return times.some((time) => time.from < end && hole.from < time.to)
}

/** The same warning of the same schedules, with all its intervals. */
function joined(found: Found[]): { code: WarningCode; schedules: string[]; intervals: Interval[] }[] {
  const groups = new Map<string, { code: WarningCode; schedules: string[]; intervals: Interval[] }>()
  for (const { code, schedules, interval } of found) {
    const key = JSON.stringify([code, schedules])
    const group = groups.get(key)
    if (group) group.intervals.push(interval)
    else groups.set(key, { code, schedules, intervals: [interval] })
  }
  return [...groups.values()]
}
