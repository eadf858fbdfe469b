import { type Day, dayOf, isRealDate, type Weekday } from './day'

const FREQUENCIES = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'] as const
export type Frequency = (typeof FREQUENCIES)[number]

/**
 * RFC 5545 BYDAY: which of a weekday's days in the period, the nth from its end where negative; `EVERY` for all of them.
 */
export type ByDay = ReadonlyMap<Weekday, ReadonlySet<number>>
export const EVERY = 0

/**
 * An RRULE on dates (RFC 5545, 3.3.10) as scheduling.md narrows it. Lists that are not given are null; they are sets, so
 * that a long one costs a day of the expansion no more than a short one.
 */
export type Rule = {
  freq: Frequency
  interval: number
  count: number | null
  until: Day | null
  weekStart: Weekday
  months: ReadonlySet<number> | null
  yearDays: ReadonlySet<number> | null
  monthDays: ReadonlySet<number> | null
  weekdays: ByDay | null
  positions: ReadonlySet<number> | null
}

export type RuleFault = { code: string; message: string }

const CODES = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']
const TIME_OF_DAY = ['BYHOUR', 'BYMINUTE', 'BYSECOND']
const SUB_DAILY = ['SECONDLY', 'MINUTELY', 'HOURLY']
const LISTS = ['BYMONTH', 'BYYEARDAY', 'BYMONTHDAY', 'BYDAY', 'BYSETPOS']
const KNOWN = ['FREQ', 'INTERVAL', 'COUNT', 'UNTIL', 'WKST', ...LISTS]

/** Reads the text of an RRULE property; reports everything that is wrong with it. */
export function parseRule(text: string): { rule: Rule; faults: [] } | { rule: null; faults: RuleFault[] } {
  const faults: RuleFault[] = []
  const fault = (code: string, message: string) => {
    faults.push({ code, message })
  }
  const parts = readParts(text, fault)
  const integers = (name: string, limit: number) => readIntegers(name, parts.get(name), -limit, limit, fault)
  const positive = (name: string, limit: number) => readIntegers(name, parts.get(name), 1, limit, fault)
  const single = (name: string) => {
    const values = positive(name, Number.MAX_SAFE_INTEGER)
    if (parts.get(name)?.includes(',')) fault('bad-rule', `${name} takes one number.`)
    return values?.values().next().value ?? null
  }

  const freq = readFrequency(parts.get('FREQ'), fault)
  const rule: Rule = {
    freq: freq ?? 'DAILY',
    interval: single('INTERVAL') ?? 1,
    count: single('COUNT'),
    until: readUntil(parts.get('UNTIL'), fault),
    weekStart: readWeekStart(parts.get('WKST'), fault),
    months: positive('BYMONTH', 12),
    yearDays: integers('BYYEARDAY', 366),
    monthDays: integers('BYMONTHDAY', 31),
    weekdays: readWeekdays(parts.get('BYDAY'), fault),
    positions: integers('BYSETPOS', 366),
  }
  if (freq) checkCombination({ ...rule, freq }, fault)
  if (parts.has('COUNT') && parts.has('UNTIL')) {
    fault('count-with-until', 'COUNT and UNTIL do not go together; give one of them.')
  }
  return faults.length > 0 ? { rule: null, faults } : { rule, faults: [] }
}

type Report = (code: string, message: string) => void

function readParts(text: string, fault: Report): Map<string, string> {
  const parts = new Map<string, string>()
  for (const part of text.trim().split(';')) {
    const [name = '', value = '', ...rest] = part.toUpperCase().split('=')
    if (name === '' || value === '' || rest.length > 0) {
      fault('bad-rule', `"${part}" is not NAME=VALUE.`)
    } else if (parts.has(name)) {
      fault('bad-rule', `${name} is given twice.`)
    } else if (TIME_OF_DAY.includes(name)) {
      fault('rule-time-of-day', `${name} is not allowed: dayparts say the time of day.`)
    } else if (name === 'BYWEEKNO') {
      fault(
        'rule-week-number',
        'BYWEEKNO is not allowed: calendars disagree on it. Use BYMONTH, BYDAY or BYYEARDAY.',
      )
    } else if (!KNOWN.includes(name)) {
      fault('bad-rule', `${name} is not a part of a rule.`)
    }
    parts.set(name, value)
  }
  return parts
}

function readFrequency(value: string | undefined, fault: Report): Frequency | null {
  const freq = FREQUENCIES.find((known) => known === value)
  if (freq) return freq
  if (value === undefined) fault('bad-rule', 'FREQ is missing: DAILY, WEEKLY, MONTHLY or YEARLY.')
  else if (SUB_DAILY.includes(value)) {
    fault('rule-sub-daily', `FREQ=${value} is not allowed: a rule picks dates, dayparts say the time of day.`)
  } else fault('bad-rule', `FREQ=${value} is not one of DAILY, WEEKLY, MONTHLY, YEARLY.`)
  return null
}

function readIntegers(
  name: string,
  value: string | undefined,
  low: number,
  high: number,
  fault: Report,
): ReadonlySet<number> | null {
  if (value === undefined || value === '') return null
  const numbers = new Set<number>()
  for (const item of value.split(',')) {
    const number = /^[+-]?\d+$/.test(item) ? Number(item) : Number.NaN
    if (number >= low && number <= high && number !== 0) numbers.add(number)
    else
      fault(
        'bad-rule',
        `${name}: "${item}" is not a whole number from ${low} to ${high}${low < 0 ? ', or is 0' : ''}.`,
      )
  }
  return numbers.size > 0 ? numbers : null
}

/** A date or a date-time; only its date as written counts, with no zone conversion. */
function readUntil(value: string | undefined, fault: Report): Day | null {
  if (value === undefined || value === '') return null
  const match = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)Z?)?$/.exec(value)
  const [year, month, day, hour, minute, second] = (match?.slice(1) ?? []).map((digits) =>
    Number(digits ?? 0),
  )
  const real =
    year !== undefined &&
    month !== undefined &&
    day !== undefined &&
    isRealDate(year, month, day) &&
    (hour ?? 0) < 24 &&
    (minute ?? 0) < 60 &&
    (second ?? 0) <= 60
  if (real) return dayOf(year, month, day)
  fault(
    'bad-rule',
    `UNTIL: "${value}" is not a date (YYYYMMDD) or date-time (YYYYMMDDTHHMMSS, with or without Z).`,
  )
  return null
}

function readWeekStart(value: string | undefined, fault: Report): Weekday {
  if (value === undefined || value === '') return 0
  const index = CODES.indexOf(value)
  if (index >= 0) return index
  fault('bad-rule', `WKST: "${value}" is not a weekday (MO to SU).`)
  return 0
}

function readWeekdays(value: string | undefined, fault: Report): ByDay | null {
  if (value === undefined || value === '') return null
  const weekdays = new Map<Weekday, Set<number>>()
  for (const item of value.split(',')) {
    const match = /^([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)$/.exec(item)
    const nth = match?.[1] === undefined ? EVERY : Number(match[1])
    if (!match || Number(match[1]) === 0 || Math.abs(nth) > 53) {
      fault(
        'bad-rule',
        `BYDAY: "${item}" is not a weekday (MO to SU), with or without a number from -53 to 53.`,
      )
      continue
    }
    const weekday = CODES.indexOf(match[2] as string)
    weekdays.set(weekday, (weekdays.get(weekday) ?? new Set()).add(nth))
  }
  return weekdays.size > 0 ? weekdays : null
}

/** What RFC 5545, 3.3.10 says MUST NOT stand together. */
function checkCombination(rule: Rule, fault: Report): void {
  const { freq } = rule
  if (freq === 'WEEKLY' && rule.monthDays) fault('bad-rule', 'BYMONTHDAY does not go with FREQ=WEEKLY.')
  if (freq !== 'YEARLY' && rule.yearDays) fault('bad-rule', `BYYEARDAY does not go with FREQ=${freq}.`)
  if ((freq === 'DAILY' || freq === 'WEEKLY') && isNumbered(rule.weekdays)) {
    fault('bad-rule', `A number in BYDAY does not go with FREQ=${freq}.`)
  }
  const others = [rule.months, rule.yearDays, rule.monthDays, rule.weekdays]
  if (rule.positions && others.every((list) => list === null)) {
    fault('bad-rule', 'BYSETPOS needs another BY part to count in.')
  }
}

/** Whether a BYDAY asks for the nth of some weekday. */
function isNumbered(weekdays: ByDay | null): boolean {
  return [...(weekdays?.values() ?? [])].some((nths) => nths.size > 1 || !nths.has(EVERY))
}
