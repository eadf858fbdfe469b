import type { Weekday } from '../../../../schedule/day'

/** When a rule stops picking dates. A date is the last one (`YYYY-MM-DD`, as typed); a count is NaN while it is not typed. */
export type Ending = { by: 'never' } | { by: 'date'; date: string } | { by: 'count'; count: number }

/** Which days of a month: dates (1 to 31, -1 the last), or the nth (1 to 5, -1 the last) of weekdays. */
export type MonthDays =
  | { by: 'date'; dates: number[] }
  | { by: 'weekday'; nths: number[]; weekdays: Weekday[] }

/**
 * What the rule builder offers, by kind. An empty list stands for what the start says: its weekday, its day of the month, its month.
 * `workingDays` is every date, narrowed by the schedule's day types; `dates` is none but the added dates.
 */
export type Choices =
  | { kind: 'daily'; interval: number; ending: Ending }
  | { kind: 'weekly'; interval: number; weekdays: Weekday[]; ending: Ending }
  | { kind: 'monthly'; interval: number; on: MonthDays; ending: Ending }
  | { kind: 'yearly'; interval: number; months: number[]; on: MonthDays; ending: Ending }
  | { kind: 'workingDays'; ending: Ending }
  | { kind: 'dates' }
  | { kind: 'custom'; text: string }

export type Kind = Choices['kind']

export const never: Ending = { by: 'never' }

/**
 * The rule that picks no date, so that only the added dates count: it ended before any schedule began. Unlike a rule that picks the
 * start's own date, it says the same whatever becomes of the start.
 */
export const noDates = 'FREQ=DAILY;UNTIL=19700101'
