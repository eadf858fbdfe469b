import type { Text } from '../i18n/text'

export type DayKind = 'workday' | 'dayoff'

/** A date on which the State Council's arrangement says something, and of which holiday: local, `YYYY-MM-DD`. */
export type PublishedDay = { date: string; kind: DayKind; holiday: Text }

/** What the office knows better than the published calendar. */
export type Corrections = {
  /** Each for the dates from `from` to `to`, both included; without `to` for the one date. */
  corrections?: { from: string; to?: string | null; kind: DayKind; note?: string | null }[] | null
  /** Years whose arrangement was entered whole by hand. */
  enteredYears?: number[] | null
}

/** What differs from Monday to Friday, as the scheduling core takes it: local dates, `YYYY-MM-DD`, ascending. */
export type WorkingCalendar = {
  /** 节假日: Mondays to Fridays off. */
  holidays: string[]
  /** 调休: Saturdays and Sundays worked. */
  workdays: string[]
  /** The years of which the arrangement is known, ascending. Of others nothing is known, and nothing guessed. */
  knownYears: number[]
  /** The last of the years known without a gap. */
  lastYear: number
}

/** The published calendar with the office's corrections. Pure; dates that cannot be read are left out. */
export function correctedCalendar(
  published: readonly PublishedDay[],
  { corrections, enteredYears }: Corrections,
): WorkingCalendar {
  const kinds = new Map(published.map(({ date, kind }) => [date, kind]))
  for (const { from, to, kind } of corrections ?? []) {
    for (const date of datesFrom(from, to || from)) kinds.set(date, kind)
  }
  const dates = [...kinds.keys()].sort()
  const years = new Set([...published.map(({ date }) => yearOf(date)), ...(enteredYears ?? [])])
  const knownYears = [...years].sort((a, b) => a - b)
  const gap = knownYears.findIndex((year, index) => index > 0 && year !== (knownYears[index - 1] ?? 0) + 1)
  return {
    holidays: dates.filter((date) => kinds.get(date) === 'dayoff' && !isWeekend(date)),
    workdays: dates.filter((date) => kinds.get(date) === 'workday' && isWeekend(date)),
    knownYears,
    lastYear: (gap < 0 ? knownYears.at(-1) : knownYears[gap - 1]) ?? 0,
  }
}

const dayMs = 86_400_000
/** No arrangement is longer; this bounds what a typing mistake can cost. */
export const longestCorrectionDays = 366

/** The dates from `from` to `to`, both included; none where one is no date. At most a year of them. */
export function datesFrom(from: string, to: string): string[] {
  if (!isDate(from) || !isDate(to)) return []
  const [first, last] = [Date.parse(from), Date.parse(to)]
  const days = Math.min((last - first) / dayMs + 1, longestCorrectionDays)
  return Array.from({ length: Math.max(0, days) }, (_, index) => dateAt(first + index * dayMs))
}

/** Whether a text is a date that exists, written as `2026-10-01`. */
export function isDate(text: unknown): text is string {
  if (typeof text !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const at = Date.parse(text)
  return !Number.isNaN(at) && dateAt(at) === text
}

export function yearOf(date: string): number {
  return Number(date.slice(0, 4))
}

function isWeekend(date: string): boolean {
  return [0, 6].includes(new Date(date).getUTCDay())
}

function dateAt(at: number): string {
  return new Date(at).toISOString().slice(0, 10)
}
