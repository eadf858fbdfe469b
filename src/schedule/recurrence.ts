import { civilOf, type Day, dayOf, daysInMonth, isLeapYear, weekdayOf } from './day'
import type { Rule } from './rule'

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
    for (
      let day = nextOf(filled, period, period.from);
      day < period.to && left > 0;
      day = nextOf(filled, period, day + 1)
    ) {
      if (day < start) continue
      if (day >= limit) return
      left -= 1
      if (day >= from) yield day
    }
  }
}

/** What DTSTART supplies where no BY part says which day of the period is meant. */
function withDefaults(rule: Rule, start: Day): Rule {
  if (rule.yearDays || rule.monthDays || rule.weekdays) return rule
  const { month, day } = civilOf(start)
  if (rule.freq === 'WEEKLY') return { ...rule, weekdays: [{ weekday: weekdayOf(start), nth: null }] }
  if (rule.freq === 'MONTHLY') return { ...rule, monthDays: [day] }
  if (rule.freq === 'YEARLY') return { ...rule, months: rule.months ?? [month], monthDays: [day] }
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

/** The first day from `day` on that is picked in a period, or the period's end. */
function nextOf(rule: Rule, period: Period, day: Day): Day {
  if (rule.positions) return nextPosition(rule, period, day)
  let next = day
  while (next < period.to && !picks(rule, next)) next += 1
  return next
}

/** BYSETPOS counts within the whole period, days before DTSTART too. */
function nextPosition(rule: Rule, period: Period, day: Day): Day {
  const days: Day[] = []
  for (let each = period.from; each < period.to; each += 1) if (picks(rule, each)) days.push(each)
  const chosen = (rule.positions ?? []).map((n) => days[n > 0 ? n - 1 : days.length + n] ?? period.to)
  return Math.min(period.to, ...chosen.filter((each) => each >= day))
}

function picks(rule: Rule, day: Day): boolean {
  const { months, monthDays, yearDays, weekdays } = rule
  if (weekdays && !weekdays.some(({ weekday }) => weekday === weekdayOf(day))) return false
  if (!months && !monthDays && !yearDays && !weekdays?.some(({ nth }) => nth !== null)) return true

  const civil = civilOf(day)
  if (months && !months.includes(civil.month)) return false
  const monthLength = daysInMonth(civil.year, civil.month)
  if (monthDays && !holds(monthDays, civil.day, monthLength)) return false
  const yearDay = day - dayOf(civil.year, 1, 1) + 1
  const yearLength = isLeapYear(civil.year) ? 366 : 365
  if (yearDays && !holds(yearDays, yearDay, yearLength)) return false
  if (!weekdays) return true
  // RFC 5545: the n of BYDAY counts within the month, or the year of a YEARLY rule without BYMONTH.
  const inYear = rule.freq === 'YEARLY' && !months
  const [position, length] = inYear ? [yearDay, yearLength] : [civil.day, monthLength]
  return weekdays.some(({ weekday, nth }) => {
    if (weekday !== weekdayOf(day)) return false
    if (nth === null) return true
    return nth > 0 ? Math.ceil(position / 7) === nth : Math.ceil((length - position + 1) / 7) === -nth
  })
}

/** Whether a list of places, from the end where negative, holds a place. */
function holds(list: readonly number[], place: number, length: number): boolean {
  return list.includes(place) || list.includes(place - length - 1)
}
