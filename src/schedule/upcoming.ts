import { datesOf } from './dates'
import { civilOf, type Day } from './day'
import { clip, type Interval, merge } from './interval'
import { daypartsOn, windowOf } from './occurrences'
import type { Calendar, Schedule } from './problem'
import { zoneOf } from './zone'

/** When a schedule is active on one date: instants, UTC ms, and the local date that the daypart starts on. */
export type Occurrence = Interval & { date: string }

export type Upcoming = {
  /** In order; the first may have begun already. Dates are not joined: a schedule that never stops has one a day. */
  occurrences: Occurrence[]
  /** Whether it found fewer than asked for: the dates or the window end, or ten years ahead there are no more. */
  ended: boolean
}

// As in the timeline: a daypart that began this many dates ago may still go on.
const DAYS_BEFORE = 3
/**
 * How far ahead it looks, in steps, so that an everyday rule costs little. Ten years hold a 29 February and most of what is rarer; a
 * rule that picks nothing costs their days, once.
 */
const STEPS_DAYS = [100, 1000, 3653]

/** The next `count` intervals at which a schedule is active after `from` (UTC ms), as the timeline has them. */
export function upcoming(schedule: Schedule, calendar: Calendar, from: number, count: number): Upcoming {
  const zone = zoneOf(schedule.timezone)
  const window = windowOf(schedule, zone)
  const dates = datesOf(schedule, calendar)
  const intervalsOn = daypartsOn(schedule.dayparts, zone)
  const first = zone.dayAt(Math.max(from, window.from)) - DAYS_BEFORE
  const last = window.to === Number.POSITIVE_INFINITY ? window.to : zone.dayAt(window.to) + 1

  const occurrences: Occurrence[] = []
  let looked = first
  for (const step of STEPS_DAYS) {
    const end = Math.min(first + step, last)
    if (end <= looked) break
    for (const day of dates.between(looked, end)) {
      // A clock change may make dayparts of a date touch that do not as wall times: merged again.
      for (const interval of clip(merge(intervalsOn(day)), window.from, window.to)) {
        if (interval.to <= from) continue
        occurrences.push({ ...interval, date: isoDate(day) })
        if (occurrences.length === count) return { occurrences, ended: false }
      }
    }
    looked = end
  }
  return { occurrences, ended: true }
}

function isoDate(day: Day): string {
  const { year, month, day: date } = civilOf(day)
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`
}
