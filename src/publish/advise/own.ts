import type { Timeline, WarningCode } from '../../schedule'
import type { Interval } from '../../schedule/interval'
import type { PlannedSchedule } from '../problem'
import type { Found } from './finding'
import { without } from './intervals'

/** The warnings of a timeline that name the schedule itself. */
export function ownFindings(timeline: Timeline, after: PlannedSchedule, others: PlannedSchedule[]): Found[] {
  const named = (code: WarningCode) =>
    timeline.warnings.filter((warning) => warning.code === code && warning.schedules.includes(after.id))
  const partners = (code: WarningCode) => [
    ...new Set(named(code).flatMap(({ schedules }) => schedules.filter((id) => id !== after.id))),
  ]
  const overbooked = named('overbooked')
  const expired = named('expires')
  const outranked = named('always-outranked')
  const stronger = playingIn(timeline, outranked)
  const equal = stronger.some((id) =>
    others.some((one) => String(one.id) === id && one.level === after.level),
  )
  const own = (
    code: WarningCode,
    field: Found['field'],
    schedules: string[],
    intervals: Interval[],
  ): Found => ({
    code,
    aspect: 'own',
    field,
    schedules,
    intervals,
  })
  return [
    own('overbooked', 'playsPerHour', partners('overbooked'), overbooked),
    // What is scaled down for want of room is late for that reason.
    own('booking-missed', 'playsPerHour', [], without(named('booking-missed'), overbooked)),
    own('always-outranked', equal ? 'priority' : 'level', stronger, outranked),
    own('takeover-conflict', 'priority', partners('takeover-conflict'), named('takeover-conflict')),
    // A content that has ended says why nothing is playable.
    own('nothing-playable', 'playlist', [], without(named('nothing-playable'), expired)),
    own('expires', 'playlist', [], expired),
  ].filter(({ intervals }) => intervals.length > 0)
}

/** The schedules that play at some of those times. */
function playingIn({ segments }: Timeline, times: Interval[]): string[] {
  const during = segments.filter(({ from, to }) => times.some((time) => time.from < to && from < time.to))
  return [...new Set(during.flatMap(({ schedules }) => schedules))]
}
