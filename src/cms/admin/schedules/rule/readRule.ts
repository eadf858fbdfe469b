import { civilOf, type Day, type Weekday } from '../../../../schedule/day'
import { type ByDay, EVERY, parseRule, type Rule } from '../../../../schedule/rule'
import { type Choices, type Ending, type MonthDays, never, noDates } from './choices'
import { writeRule } from './writeRule'

/** What the builder shows for the rule and day types of a schedule: as `custom` what no choices of it say exactly. */
export function readRule(rrule: string | null | undefined, dayTypes: readonly string[] = []): Choices {
  const text = rrule ?? ''
  if (text.trim() === '') return everyDay(never, dayTypes)
  const { rule } = parseRule(text)
  if (!rule) return { kind: 'custom', text }
  if (same(rule, parseRule(noDates).rule)) return { kind: 'dates' }
  const choices = choicesOf(rule, dayTypes)
  const written = choices && parseRule(writeRule(choices) ?? 'FREQ=DAILY').rule
  return choices && same(rule, written) ? choices : { kind: 'custom', text }
}

function everyDay(ending: Ending, dayTypes: readonly string[]): Choices {
  // A COUNT counts days that are no working days too: it is shown as what it is, a number of days.
  const narrowed = new Set(dayTypes).size === 1 && ending.by !== 'count'
  return narrowed ? { kind: 'workingDays', ending } : { kind: 'daily', interval: 1, ending }
}

/** The choices nearest to a rule; null where none are near. */
function choicesOf(rule: Rule, dayTypes: readonly string[]): Choices | null {
  const { interval } = rule
  const ending = endingOf(rule)
  switch (rule.freq) {
    case 'DAILY':
      return interval === 1 ? everyDay(ending, dayTypes) : { kind: 'daily', interval, ending }
    case 'WEEKLY':
      return { kind: 'weekly', interval, weekdays: [...(rule.weekdays?.keys() ?? [])].sort(), ending }
    case 'MONTHLY': {
      const on = monthDaysOf(rule)
      return on && { kind: 'monthly', interval, on, ending }
    }
    case 'YEARLY': {
      const on = monthDaysOf(rule)
      return on && { kind: 'yearly', interval, months: ascending(rule.months ?? []), on, ending }
    }
  }
}

function endingOf({ until, count }: Rule): Ending {
  if (until !== null) return { by: 'date', date: dateText(until) }
  return count === null ? never : { by: 'count', count }
}

const offeredNths = [1, 2, 3, 4, 5, -1]

function monthDaysOf({ monthDays, weekdays }: Rule): MonthDays | null {
  if (weekdays) return nthWeekdaysOf(weekdays)
  const dates = ascending(monthDays ?? [])
  return dates.every((date) => date >= -1) ? { by: 'date', dates } : null
}

function nthWeekdaysOf(weekdays: ByDay): MonthDays | null {
  const nths = [...new Set([...weekdays.values()].flatMap((set) => [...set]))]
  if (nths.includes(EVERY) || !nths.every((nth) => offeredNths.includes(nth))) return null
  return {
    by: 'weekday',
    nths: offeredNths.filter((nth) => nths.includes(nth)),
    weekdays: ascending(weekdays.keys()),
  }
}

function ascending(values: Iterable<number>): Weekday[] {
  const list = [...values].sort((a, b) => a - b)
  return [...list.filter((value) => value >= 0), ...list.filter((value) => value < 0)]
}

/** Whether two rules pick the same dates whatever the start is: all parts alike, the week's start where it counts. */
function same(a: Rule, b: Rule | null): boolean {
  return b !== null && plain(a) === plain(b)
}

function plain(rule: Rule): string {
  const weekCounts = rule.freq === 'WEEKLY' && (rule.interval > 1 || rule.positions !== null)
  const weekdays =
    rule.weekdays && [...rule.weekdays].map(([day, nths]) => `${day}:${ascending(nths)}`).sort()
  const lists = [rule.months, rule.yearDays, rule.monthDays, rule.positions].map(
    (set) => set && ascending(set),
  )
  return JSON.stringify([
    rule.freq,
    rule.interval,
    rule.count,
    rule.until,
    weekCounts ? rule.weekStart : 0,
    weekdays,
    lists,
  ])
}

/** `YYYY-MM-DD` */
export function dateText(date: Day): string {
  const { year, month, day } = civilOf(date)
  return [String(year).padStart(4, '0'), ...[month, day].map((part) => String(part).padStart(2, '0'))].join(
    '-',
  )
}
