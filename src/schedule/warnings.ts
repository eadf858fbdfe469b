import { DAY_MS } from './day'
import { clip, complement, type Interval, intersect, merge } from './interval'
import type { Notes } from './notes'
import { activityOf } from './occurrences'
import { compareCodeUnits } from './parse'
import type { Problem } from './problem'
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
export function warningsOf(problem: Problem, swept: Sweep, notes: Notes): Warning[] {
  const { from, to } = problem
  const found: Found[] = [
    ...notes.found(),
    ...swept.candidates.flatMap((candidate) => ofCandidate(candidate, { problem, swept, notes })),
  ]
  return found
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

type Found = { code: WarningCode; schedules: string[]; intervals: Interval[] }
type Circumstances = { problem: Problem; swept: Sweep; notes: Notes }

function ofCandidate(candidate: Candidate, { problem, swept, notes }: Circumstances): Found[] {
  const { schedule } = candidate
  const { days } = swept
  const { from, to, display } = problem
  const { id, level } = schedule
  const playable = merge(
    schedule.entries.map(({ validFrom, validUntil }) => ({ from: validFrom, to: validUntil })),
  )
  const unplayable = complement(playable)
  if (notes.played.has(id) && unplayable.length === 0) return []

  const active = clip(candidate.active(days), days.from, days.to)
  const found = (code: WarningCode, intervals: Interval[]): Found => ({ code, schedules: [id], intervals })
  if (clip(active, from, to).length === 0) return [found('never-active', [{ from, to }])]

  const barren = intersect(active, unplayable)
  const expired = barren.filter((hole) => isExpiry(hole, candidate, problem))
  const anyHour = level === 'emergency' && display.emergencyOutsideHours
  const contending = () => intersect(intersect(active, playable), anyHour ? active : swept.open(days))
  return [
    found('nothing-playable', barren),
    found('expires', expired),
    ...(notes.played.has(id) ? [] : [found('always-outranked', contending())]),
  ]
}

/** Whether it is the end of a content, within the same active time, that left a schedule with nothing to play. */
function isExpiry(hole: Interval, { schedule }: Candidate, { calendar }: Problem): boolean {
  let end = Number.NEGATIVE_INFINITY
  for (const { validFrom, validUntil } of schedule.entries) {
    if (validFrom < validUntil && validUntil <= hole.from) end = Math.max(end, validUntil)
  }
  if (end < hole.from - MAX_LOOKBACK_MS) return false
  // A content may have ended before the days that were looked at.
  const around: Interval = { from: end - 1, to: hole.from + 1 }
  return activityOf(schedule, calendar, around)(around).some((time) => time.from < end && hole.from < time.to)
}
