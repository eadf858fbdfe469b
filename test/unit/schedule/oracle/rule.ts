// An independent, naive reading of RFC 5545, 3.3.10 on dates: it walks through every day there is and asks of each BY part
// whether it names that day, as the RFC's prose says it. Periods are compared whole, nothing is skipped or counted ahead.

export type NaiveRule = {
  freq: string
  interval: number
  count: number
  until: string
  weekStart: number
  lists: Record<string, number[] | undefined>
  weekdays: { weekday: number; nth: number | null }[] | undefined
}

/** A day and everything that a BY part may ask about it; places are [from the start, from the end], counted from 1. */
export type NaiveDay = {
  date: string
  number: number
  year: number
  month: number
  /** Monday is 1, Sunday 7. */
  weekday: number
  inMonth: [number, number]
  inYear: [number, number]
  weekdayInMonth: [number, number]
  weekdayInYear: [number, number]
}

const DAY_MS = 86_400_000
const CODES = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']
const years = new Map<number, NaiveDay[]>()

/** The dates, YYYY-MM-DD, that a rule picks from `start` to before `end`. */
export function naiveDates(text: string, start: string, end: string): string[] {
  const rule = readNaiveRule(text)
  const first = dayOf(start)
  const dates: string[] = []
  const sets = new Map<string, string[]>()
  for (let year = first.year; year <= dayOf(end).year; year += 1) {
    for (const day of daysOfYear(year)) {
      if (day.date < start || day.date >= end || day.date > rule.until) continue
      if (dates.length === rule.count) return dates
      if (!isInPeriod(rule, first, day) || !isNamed(rule, first, day)) continue
      if (rule.lists.BYSETPOS && !isInPlace(rule, first, day, sets)) continue
      dates.push(day.date)
    }
  }
  return dates
}

function readNaiveRule(text: string): NaiveRule {
  const parts = new Map(
    text
      .toUpperCase()
      .split(';')
      .map((part) => part.split('=') as [string, string]),
  )
  const numbers = (name: string) => parts.get(name)?.split(',').map(Number)
  const until = parts.get('UNTIL')
  const lists = ['BYMONTH', 'BYMONTHDAY', 'BYYEARDAY', 'BYSETPOS'].map((name) => [name, numbers(name)])
  return {
    freq: String(parts.get('FREQ')),
    interval: Number(parts.get('INTERVAL') ?? 1),
    count: Number(parts.get('COUNT') ?? Number.POSITIVE_INFINITY),
    until: until ? `${until.slice(0, 4)}-${until.slice(4, 6)}-${until.slice(6, 8)}` : '9999-12-31',
    weekStart: CODES.indexOf(parts.get('WKST') ?? 'MO') + 1,
    lists: Object.fromEntries(lists) as NaiveRule['lists'],
    weekdays: parts
      .get('BYDAY')
      ?.split(',')
      .map((item) => ({
        weekday: CODES.indexOf(item.slice(-2)) + 1,
        nth: item.length > 2 ? Number(item.slice(0, -2)) : null,
      })),
  }
}

/** A name for the period in which a day is, and how many periods after the start's it is. */
function periodOf({ freq, weekStart }: NaiveRule, first: NaiveDay, day: NaiveDay): number {
  const weekFrom = ({ number, weekday }: NaiveDay) => number - ((weekday - weekStart + 7) % 7)
  if (freq === 'DAILY') return day.number - first.number
  if (freq === 'WEEKLY') return (weekFrom(day) - weekFrom(first)) / 7
  if (freq === 'MONTHLY') return (day.year - first.year) * 12 + day.month - first.month
  return day.year - first.year
}

function isInPeriod(rule: NaiveRule, first: NaiveDay, day: NaiveDay): boolean {
  return periodOf(rule, first, day) % rule.interval === 0
}

function isNamed({ freq, lists, weekdays }: NaiveRule, first: NaiveDay, day: NaiveDay): boolean {
  const { BYMONTH, BYMONTHDAY, BYYEARDAY } = lists
  if (BYMONTH && !BYMONTH.includes(day.month)) return false
  if (BYMONTHDAY && !isAt(BYMONTHDAY, day.inMonth)) return false
  if (BYYEARDAY && !isAt(BYYEARDAY, day.inYear)) return false
  if (weekdays) {
    const place = freq === 'YEARLY' && !BYMONTH ? day.weekdayInYear : day.weekdayInMonth
    return weekdays.some(
      ({ weekday, nth }) => weekday === day.weekday && (nth === null || isAt([nth], place)),
    )
  }
  if (BYMONTHDAY || BYYEARDAY) return true
  // "Information, not contained in the rule, necessary to determine the recurrence set comes from DTSTART."
  if (freq === 'WEEKLY') return day.weekday === first.weekday
  if (freq === 'MONTHLY') return day.inMonth[0] === first.inMonth[0]
  if (freq === 'YEARLY') {
    return day.inMonth[0] === first.inMonth[0] && (BYMONTH !== undefined || day.month === first.month)
  }
  return true
}

function isAt(list: number[], [fromStart, fromEnd]: [number, number]): boolean {
  return list.includes(fromStart) || list.includes(-fromEnd)
}

/** Whether a named day's place among all named days of its period is one of BYSETPOS. */
function isInPlace(rule: NaiveRule, first: NaiveDay, day: NaiveDay, sets: Map<string, string[]>): boolean {
  const period = periodOf(rule, first, day)
  const near = [day.year - 1, day.year, day.year + 1]
  const key = `${period} ${rule.freq === 'WEEKLY' ? '' : day.year}`
  const set =
    sets.get(key) ??
    near
      .flatMap(daysOfYear)
      .filter((other) => periodOf(rule, first, other) === period && isNamed(rule, first, other))
      .map(({ date }) => date)
  sets.set(key, set)
  const place = set.indexOf(day.date)
  return isAt(rule.lists.BYSETPOS ?? [], [place + 1, set.length - place])
}

/** A date with its places, by counting through its year. */
export function dayOf(date: string): NaiveDay {
  const day = daysOfYear(Number(date.slice(0, 4))).find((candidate) => candidate.date === date)
  if (!day) throw new Error(`${date} is no date.`)
  return day
}

function daysOfYear(year: number): NaiveDay[] {
  const known = years.get(year)
  if (known) return known
  const days: NaiveDay[] = []
  for (let ms = Date.UTC(year, 0, 1); new Date(ms).getUTCFullYear() === year; ms += DAY_MS) {
    const date = new Date(ms)
    days.push({
      date: date.toISOString().slice(0, 10),
      number: ms / DAY_MS,
      year,
      month: date.getUTCMonth() + 1,
      weekday: date.getUTCDay() || 7,
      inMonth: [0, 0],
      inYear: [0, 0],
      weekdayInMonth: [0, 0],
      weekdayInYear: [0, 0],
    })
  }
  countPlaces(days, 0)
  countPlaces([...days].reverse(), 1)
  years.set(year, days)
  return days
}

/** Counts, in the order given, the how-manieth each day is of its month and year, and of its weekday in both. */
function countPlaces(days: NaiveDay[], end: 0 | 1): void {
  const counts = new Map<string, number>()
  const next = (key: string) => {
    const count = (counts.get(key) ?? 0) + 1
    counts.set(key, count)
    return count
  }
  for (const day of days) {
    day.inYear[end] = next('year')
    day.inMonth[end] = next(`month ${day.month}`)
    day.weekdayInYear[end] = next(`weekday ${day.weekday}`)
    day.weekdayInMonth[end] = next(`month ${day.month} weekday ${day.weekday}`)
  }
}
