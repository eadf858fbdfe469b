import { civilOf, type Day, dayOf, daysInMonth, isLeapYear, weekdayOf } from './day'
import { EVERY, type Rule } from './rule'

/** A whole period of a rule's frequency: days [from, to). */
type Period = { from: Day; to: Day }

/**
 * The dates that a rule picks from `start` (DTSTART) to before `end`, ascending. Dates before `from` may be left out;
 * a COUNT counts them all the same. `start` itself is picked only where the rule says so.
 *
 * Every BY part narrows the days of a period (RFC 5545's "expand" and "limit" come to the same on dates), so a period
 * costs its days and an expansion costs at most the days from `start` to `end`, whatever the rule.
 */
export function* recur(rule: Rule, start: Day, from: Day, end: Day): Generator<Day, void> {
  const filled = withDefaults(rule, start)
  const limit = rule.until === null ? end : Math.min(end, rule.until + 1)
  let left = rule.count ?? Number.POSITIVE_INFINITY
  // Only a COUNT needs the periods before `from`.
  const first = rule.count === null ? Math.max(start, from) : start
  for (let index = skipTo(filled, start, first); left > 0; index += rule.interval) {
    const period = periodAt(filled, start, index)
    if (period.from >= limit) return
    for (const day of daysOf(filled, period)) {
      if (day < start) continue
      if (day >= limit || left === 0) return
      left -= 1
      if (day >= from) yield day
    }
  }
}

/** What DTSTART supplies where no BY part says which day of the period is meant. */
export function withDefaults(rule: Rule, start: Day): Rule {
  if (rule.yearDays || rule.monthDays || rule.weekdays) return rule
  const { month, day } = civilOf(start)
  if (rule.freq === 'WEEKLY') return { ...rule, weekdays: new Map([[weekdayOf(start), new Set([EVERY])]]) }
  if (rule.freq === 'MONTHLY') return { ...rule, monthDays: new Set([day]) }
  if (rule.freq === 'YEARLY')
    return { ...rule, months: rule.months ?? new Set([month]), monthDays: new Set([day]) }
  return rule
}

/** The index, a multiple of the interval, of the last period that can start at or before `day`; 0 is `start`'s. */
function skipTo(rule: Rule, start: Day, day: Day): number {
  const a = civilOf(start)
  const b = civilOf(day)
  const periods = {
    DAILY: day - start,
    WEEKLY: Math.floor((day - firstWeek(rule, start)) / 7),
    MONTHLY: (b.year - a.year) * 12 + b.month - a.month,
    YEARLY: b.year - a.year,
  }[rule.freq]
  return Math.floor(periods / rule.interval) * rule.interval
}

function firstWeek(rule: Rule, start: Day): Day {
  return start - ((weekdayOf(start) - rule.weekStart + 7) % 7)
}

function periodAt(rule: Rule, start: Day, index: number): Period {
  if (rule.freq === 'DAILY') return { from: start + index, to: start + index + 1 }
  if (rule.freq === 'WEEKLY') {
    const from = firstWeek(rule, start) + 7 * index
    return { from, to: from + 7 }
  }
  const { year, month } = civilOf(start)
  if (rule.freq === 'YEARLY') return { from: dayOf(year + index, 1, 1), to: dayOf(year + index + 1, 1, 1) }
  const months = year * 12 + (month - 1) + index
  const from = dayOf(Math.floor(months / 12), (months % 12) + 1, 1)
  return { from, to: from + daysInMonth(Math.floor(months / 12), (months % 12) + 1) }
}

/** The days that a rule picks in a period; BYSETPOS counts in all of them, days before DTSTART too. */
function daysOf(rule: Rule, period: Period): Day[] {
  const days: Day[] = []
  for (let day = period.from; day < period.to; day += 1) if (picks(rule, day)) days.push(day)
  const { positions } = rule
  return positions ? days.filter((_, i) => holds(positions, i + 1, days.length)) : days
}

function picks(rule: Rule, day: Day): boolean {
  const { months, monthDays, yearDays, weekdays } = rule
  const nths = weekdays?.get(weekdayOf(day))
  if (weekdays && !nths) return false
  if (!months && !monthDays && !yearDays && (!nths || nths.has(EVERY))) return true

  const civil = civilOf(day)
  if (months && !months.has(civil.month)) return false
  const monthLength = daysInMonth(civil.year, civil.month)
  if (monthDays && !holds(monthDays, civil.day, monthLength)) return false
  const yearDay = day - dayOf(civil.year, 1, 1) + 1
  const yearLength = isLeapYear(civil.year) ? 366 : 365
  if (yearDays && !holds(yearDays, yearDay, yearLength)) return false
  if (!nths || nths.has(EVERY)) return true
  // RFC 5545: the n of BYDAY counts within the month, or the year of a YEARLY rule without BYMONTH.
  const inYear = rule.freq === 'YEARLY' && !months
  const [position, length] = inYear ? [yearDay, yearLength] : [civil.day, monthLength]
  return nths.has(Math.ceil(position / 7)) || nths.has(-Math.ceil((length - position + 1) / 7))
}

/** Whether a list of places, from the end where negative, holds a place. */
function holds(list: ReadonlySet<number>, place: number, length: number): boolean {
  return list.has(place) || list.has(place - length - 1)
}
