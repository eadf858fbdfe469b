import type { Timeline } from '../../schedule'
import { type Interval, merge } from '../../schedule/interval'
import { activeIntervals } from '../../schedule/occurrences'
import type { ProblemContext } from '../problem'
import type { Aspect, Finding } from './finding'
import { within, without } from './intervals'
import type { Place } from './places'
import type { PlannedSchedule } from './planned'
import { parsedWith, timelineWith } from './world'

/** A change of a schedule; `id` is its own, whether saved or not. */
export type PlannedChange = { before: PlannedSchedule | null; after: PlannedSchedule }

/** What the change does on one class of displays in one range. */
export function lookAt(
  place: Place,
  { before, after }: PlannedChange,
  context: ProblemContext,
  range: Interval,
): Finding[] {
  const planned = place.after ? [...place.others, after] : place.others
  const timeline = timelineWith(planned, place.settings, context, range)
  if (!timeline) return []
  const { displays, settings } = place
  const shared = { displays, timezone: settings.timezone, range }
  const previous = place.before && before ? playingTimes(before, place, context, range) : []
  return [
    ...(place.after ? ownFindings(timeline, after, place) : []),
    ...(place.after ? othersFindings(timeline, after, place, context, range) : []),
    ...gapFindings(timeline, previous, place.after),
  ].map((found) => ({ ...found, ...shared }))
}

type Found = Pick<Finding, 'code' | 'aspect' | 'field' | 'schedules' | 'intervals'>

/** The warnings that name the schedule itself. */
function ownFindings(timeline: Timeline, after: PlannedSchedule, { others }: Place): Found[] {
  const intervals = (code: string) =>
    timeline.warnings.filter((warning) => warning.code === code && warning.schedules.includes(after.id))
  const partners = (code: string) => [
    ...new Set(intervals(code).flatMap(({ schedules }) => schedules.filter((id) => id !== after.id))),
  ]
  const overbooked = intervals('overbooked')
  const expired = intervals('expires')
  const outranked = intervals('always-outranked')
  const stronger = playingIn(timeline, outranked).filter((id) => id !== after.id)
  const equals = stronger.some((id) => others.find((one) => String(one.id) === id)?.level === after.level)
  const own = (
    code: Finding['code'],
    field: Finding['field'],
    schedules: string[],
    found: Interval[],
  ): Found => ({
    code,
    aspect: 'own',
    field,
    schedules,
    intervals: found,
  })
  return [
    own('overbooked', 'playsPerHour', partners('overbooked'), overbooked),
    // What is scaled down for want of room is late for that reason.
    own('booking-missed', 'playsPerHour', [], without(intervals('booking-missed'), overbooked)),
    own('always-outranked', equals ? 'priority' : 'level', stronger, outranked),
    own('takeover-conflict', 'priority', partners('takeover-conflict'), intervals('takeover-conflict')),
    // A content that has ended says why nothing is playable.
    own('nothing-playable', 'playlist', [], without(intervals('nothing-playable'), expired)),
    own('expires', 'playlist', [], expired),
  ].filter(({ intervals: found }) => found.length > 0)
}

const causedCodes = ['overbooked', 'booking-missed', 'always-outranked'] as const

/** What happens to other schedules that would not happen without this one. */
function othersFindings(
  timeline: Timeline,
  after: PlannedSchedule,
  place: Place,
  context: ProblemContext,
  range: Interval,
): Found[] {
  const suffered = (found: Timeline, code: string, id: string) =>
    found.warnings.filter((warning) => warning.code === code && warning.schedules.includes(id))
  const alone = (schedules: string[]) => !schedules.includes(after.id)
  const suspects = timeline.warnings.filter(
    ({ code, schedules }) => (causedCodes as readonly string[]).includes(code) && alone(schedules),
  )
  if (suspects.length === 0) return []
  const otherwise = timelineWith(place.others, place.settings, context, range)
  if (!otherwise) return []
  return causedCodes.flatMap((code): Found[] => {
    const ids = new Set(suspects.filter((one) => one.code === code).flatMap(({ schedules }) => schedules))
    return [...ids].flatMap((id): Found[] => {
      const now = suffered(timeline, code, id).filter(({ schedules }) => alone(schedules))
      const intervals = without(now, suffered(otherwise, code, id))
      if (intervals.length === 0) return []
      const equal = place.others.find((one) => String(one.id) === id)?.level === after.level
      return [{ code, aspect: 'others', field: fieldOf(code, after, equal), schedules: [id], intervals }]
    })
  })
}

function fieldOf(
  code: (typeof causedCodes)[number],
  after: PlannedSchedule,
  equal: boolean,
): Finding['field'] {
  if (code === 'booking-missed') return 'playlist'
  if (code === 'overbooked' && after.playsPerHour) return 'playsPerHour'
  return equal ? 'priority' : 'level'
}

/**
 * Gaps that the change leaves where the schedule played, and, where it is on air, those that stay beside it with nothing but the
 * standby card; a filler playlist is there to fill.
 */
function gapFindings(timeline: Timeline, previous: Interval[], onAir: boolean): Found[] {
  const gaps = timeline.warnings.filter(({ code }) => code === 'gap')
  const caused = within(gaps, previous)
  const standby = merge(timeline.segments.filter(({ level }) => level === 'standby').map(intervalOf))
  const remaining = onAir ? without(within(gaps, standby), caused) : []
  const gap = (aspect: Aspect, intervals: Interval[]): Found => ({
    code: 'gap',
    aspect,
    field: 'targets',
    schedules: [],
    intervals,
  })
  return [gap('caused', caused), gap('own', remaining)].filter(({ intervals }) => intervals.length > 0)
}

/** When a schedule was active and had something to play. */
function playingTimes(
  before: PlannedSchedule,
  place: Place,
  context: ProblemContext,
  range: Interval,
): Interval[] {
  const problem = parsedWith([before], place.settings, context, range)
  const [schedule] = problem?.schedules ?? []
  if (!problem || !schedule) return []
  const valid = schedule.entries.map(({ validFrom, validUntil }) => ({ from: validFrom, to: validUntil }))
  return within(activeIntervals(schedule, problem.calendar, range.from, range.to), valid)
}

/** The schedules that play at some time of those. */
function playingIn({ segments }: Timeline, times: Interval[]): string[] {
  const during = segments.filter(({ from, to }) => times.some((time) => time.from < to && from < time.to))
  return [...new Set(during.flatMap(({ schedules }) => schedules))]
}

function intervalOf({ from, to }: Interval): Interval {
  return { from, to }
}
