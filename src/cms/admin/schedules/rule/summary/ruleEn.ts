import type { Weekday } from '../../../../../schedule/day'
import type { ByDay, Rule } from '../../../../../schedule/rule'
import { isPlain, listed, nthWeekdays, rangesOf } from './lists'

const units = { DAILY: 'day', WEEKLY: 'week', MONTHLY: 'month', YEARLY: 'year' }
const weekdayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
export const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]
const ordinals = ['', 'first', 'second', 'third', 'fourth', 'fifth']

/** Which dates a rule picks, in English: `Every 2 weeks on Monday and Wednesday`. */
export function ruleEn(rule: Rule): string {
  const { freq, interval, months, positions } = rule
  const every = interval === 1 ? `Every ${units[freq]}` : `Every ${interval} ${units[freq]}s`
  const limited = months && freq !== 'YEARLY' ? ` (in ${monthsEn(months)} only)` : ''
  const [first, ...others] = listsEn(rule)
  if (first === undefined) return every + limited
  if (freq === 'DAILY') return `${every} if it is ${[first, ...others].join(' and ')}${limited}`
  const days = [first, ...others.map((list) => `if it is ${list}`)].join(' ')
  if (positions) return `${every} on the ${ranges(positions, ordinal)} day among ${days}${limited}`
  return `${every} on ${days}${limited}`
}

export function weekdaysEn(days: Iterable<Weekday>): string {
  return ranges(days, (day) => weekdayNames[day] ?? '')
}

export function and(items: readonly string[]): string {
  return listed(items, ', ', ' and ')
}

/** The lists of a rule's days, the first within its months where the year is the period; each further one narrows. */
function listsEn(rule: Rule): string[] {
  const { freq, months, monthDays, yearDays, weekdays } = rule
  const month = freq === 'YEARLY' && months?.size === 1 ? monthsEn(months) : null
  const lists = [
    yearDays &&
      `${ranges(yearDays, (day) => `the ${day > 0 ? `${numeral(day)} day` : ordinalDay(day)}`)} of the year`,
    monthDays && monthDaysEn(monthDays, yearDays ? null : month),
    weekdays && weekdayListEn(rule, weekdays),
  ].filter((list) => list !== null)
  if (freq !== 'YEARLY') return lists
  const [first, ...others] = lists
  if (!months) return monthDays && !yearDays ? [`${first} of every month`, ...others] : lists
  if (first === undefined) return [`a day of ${monthsEn(months)}`]
  return monthDays && !yearDays && month ? lists : [`${first} of ${monthsEn(months)}`, ...others]
}

function weekdayListEn({ freq, months, monthDays, yearDays, positions }: Rule, weekdays: ByDay): string {
  if (!isPlain(weekdays)) {
    const named = nthWeekdays(weekdays).map(
      ({ day, nth }) => `${nth === null ? 'every' : `the ${ordinal(nth)}`} ${weekdayNames[day]}`,
    )
    return and(named) + (freq === 'YEARLY' && !months ? ' of the year' : '')
  }
  const names = weekdaysEn(weekdays.keys())
  if (monthDays || yearDays) return `a ${names.replace(' and ', ' or ')}`
  return positions || freq === 'WEEKLY' || freq === 'DAILY' ? names : `every ${names}`
}

/** `the 1st and the 15th`, `the last day`; of one month `1 October`. */
function monthDaysEn(days: ReadonlySet<number>, month: string | null): string {
  if (!month) return ranges(days, (day) => `the ${ordinalDay(day)}`)
  const fromStart = [...days].filter((day) => day > 0)
  const fromEnd = [...days].filter((day) => day < 0)
  return and([
    ...(fromStart.length > 0 ? [`${ranges(fromStart, String)} ${month}`] : []),
    ...(fromEnd.length > 0 ? [`${ranges(fromEnd, (day) => `the ${ordinalDay(day)}`)} of ${month}`] : []),
  ])
}

function monthsEn(months: ReadonlySet<number>): string {
  return ranges(months, (month) => monthNames[month - 1] ?? '')
}

function ranges(values: Iterable<number>, name: (value: number) => string): string {
  return and(rangesOf(values).map(([a, b]) => (a === b ? name(a) : `${name(a)} to ${name(b)}`)))
}

/** `1st`; from the end `last day`, `second-to-last day`. */
function ordinalDay(day: number): string {
  return day > 0 ? numeral(day) : `${ordinal(day)} day`
}

/** `second`, `20th`, `last`, `second-to-last` */
function ordinal(nth: number): string {
  if (nth === -1) return 'last'
  const size = Math.abs(nth)
  const text = ordinals[size] ?? numeral(size)
  return nth < 0 ? `${text}-to-last` : text
}

function numeral(value: number): string {
  const teen = value % 100 >= 11 && value % 100 <= 13
  return `${value}${teen ? 'th' : (['th', 'st', 'nd', 'rd'][value % 10] ?? 'th')}`
}
