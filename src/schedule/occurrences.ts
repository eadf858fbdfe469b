import { datesOf } from './dates'
import { DAY_MS, type Day, weekdayOf } from './day'
import { clip, type Interval, merge } from './interval'
import type { Calendar, Daypart, Schedule } from './problem'
import { countBelow } from './search'
import { type Zone, zoneOf } from './zone'

// A daypart ends at most two days after the midnight of its date, and a clock change moves it by at most one more.
const DAYS_BEFORE = 3
const DAYS_AFTER = 2

/** Gives the intervals that touch a part of the range that it was made for. */
export type Intervals = (part: Interval) => Interval[]

/**
 * When a schedule is active in a range: merged intervals of instants. Those that touch the part asked for are whole at
 * their start as far as the days before it show, so that what began before it is known to have done so.
 */
export function activityOf(schedule: Schedule, calendar: Calendar, range: Interval): Intervals {
  const zone = zoneOf(schedule.timezone)
  const [first, end] = daysAround(range, zone)
  const days = datesOf(schedule, calendar).between(first, end)
  const window = windowOf(schedule, zone)
  const daypartsOf = daypartsOn(schedule.dayparts, zone)
  return (part) => {
    const [from, to] = daysAround(part, zone)
    const near = days.slice(countBelow(days, from), countBelow(days, to))
    return touching(clip(merge(near.flatMap(daypartsOf)), window.from, window.to), part)
  }
}

/** [`start`, `end`) of a schedule as instants; infinite where open. */
export function windowOf({ start, end }: Schedule, zone: Zone): Interval {
  return {
    from: start === null ? Number.NEGATIVE_INFINITY : zone.instantOf(start, 'start'),
    to: end === null ? Number.POSITIVE_INFINITY : zone.instantOf(end, 'end'),
  }
}

/** When dayparts of every date hold, for example operating hours. */
export function hoursOf(dayparts: Daypart[], zone: Zone): Intervals {
  const daypartsOf = daypartsOn(dayparts, zone)
  return (part) => {
    const [from, to] = daysAround(part, zone)
    const days = Array.from({ length: to - from }, (_, i) => from + i)
    return touching(merge(days.flatMap(daypartsOf)), part)
  }
}

/** The days, the last one exclusive, whose dayparts may touch a range. */
function daysAround({ from, to }: Interval, zone: Zone): [Day, Day] {
  return [zone.dayAt(from) - DAYS_BEFORE, zone.dayAt(to) + DAYS_AFTER]
}

/** The intervals of one date, in order; those that a clock change swallows are empty. */
export function daypartsOn(dayparts: Daypart[], zone: Zone): (day: Day) => Interval[] {
  // Dayparts of one weekday are merged as wall times first: a long list costs its union, not its length, each day.
  const byWeekday = Array.from({ length: 7 }, (_, weekday) =>
    merge(dayparts.filter((daypart) => daypart.days.has(weekday))),
  )
  return (day) =>
    (byWeekday[weekdayOf(day)] ?? []).map(({ from, to }) => ({
      from: zone.instantOf(day * DAY_MS + from, 'start'),
      to: zone.instantOf(day * DAY_MS + to, 'end'),
    }))
}

function touching(intervals: Interval[], { from, to }: Interval): Interval[] {
  return intervals.filter((interval) => interval.to > from && interval.from < to)
}
