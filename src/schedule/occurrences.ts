import { datesOf } from './dates'
import { DAY_MS, type Day, weekdayOf } from './day'
import { clip, type Interval, merge } from './interval'
import type { Calendar, Daypart, Schedule } from './problem'
import { type Zone, zoneOf } from './zone'

// A daypart ends at most two days after the midnight of its date, and a clock change moves it by at most one more.
const DAYS_BEFORE = 3
const DAYS_AFTER = 2

/**
 * When a schedule is active around [from, to): merged intervals of instants. Those that touch the range are whole at
 * their start as far as the days before the range show, so that what began before it is known to have done so.
 */
export function activeIntervals(
  schedule: Schedule,
  calendar: Calendar,
  from: number,
  to: number,
): Interval[] {
  const zone = zoneOf(schedule.timezone)
  const days = datesOf(schedule, calendar).between(
    zone.dayAt(from) - DAYS_BEFORE,
    zone.dayAt(to) + DAYS_AFTER,
  )
  const window = windowOf(schedule, zone)
  return within(clip(dayparted(schedule.dayparts, days, zone), window.from, window.to), from, to)
}

/** [`start`, `end`) of a schedule as instants; infinite where open. */
export function windowOf({ start, end }: Schedule, zone: Zone): Interval {
  return {
    from: start === null ? Number.NEGATIVE_INFINITY : zone.instantOf(start, 'start'),
    to: end === null ? Number.POSITIVE_INFINITY : zone.instantOf(end, 'end'),
  }
}

/** When dayparts of every date hold in [from, to), for example operating hours. */
export function daypartIntervals(dayparts: Daypart[], zone: Zone, from: number, to: number): Interval[] {
  const days: Day[] = []
  for (let day = zone.dayAt(from) - DAYS_BEFORE; day < zone.dayAt(to) + DAYS_AFTER; day += 1) days.push(day)
  return within(dayparted(dayparts, days, zone), from, to)
}

function dayparted(dayparts: Daypart[], days: Day[], zone: Zone): Interval[] {
  return merge(days.flatMap(daypartsOn(dayparts, zone)))
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

function within(intervals: Interval[], from: number, to: number): Interval[] {
  return intervals.filter((interval) => interval.to > from && interval.from < to)
}
