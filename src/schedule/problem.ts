import type { Day } from './day'
import type { Rule } from './rule'

/** From the strongest to the weakest. */
export const LEVELS = ['emergency', 'takeover', 'normal', 'filler'] as const
export type Level = (typeof LEVELS)[number]

/** A problem that passed `parseProblem`: instants are UTC ms, durations ms, dates `Day`s, references resolved. */
export type Problem = {
  from: number
  to: number
  display: Display
  calendar: Calendar
  /** Sorted by id, by code unit. */
  schedules: Schedule[]
}

export type Display = {
  id: string
  timezone: string
  groups: ReadonlySet<string>
  tags: ReadonlySet<string>
  /** Empty: always open. */
  operatingHours: Daypart[]
  quietHours: Daypart[]
  filler: Entry[]
  emergencyOutsideHours: boolean
}

export type Calendar = { holidays: ReadonlySet<Day>; workdays: ReadonlySet<Day> }

/** One item of a playlist; playable while validFrom <= t < validUntil (infinite where open). */
export type Entry = { content: string; ms: number; validFrom: number; validUntil: number }

/** Wall times of the weekday on which it starts, ms; `to` is past 24 h where it ends on the next day. */
export type Daypart = { days: ReadonlySet<number>; from: number; to: number }

export type Targets = {
  all: boolean
  displays: ReadonlySet<string>
  groups: ReadonlySet<string>
  tags: ReadonlySet<string>
}

export type Schedule = {
  id: string
  entries: Entry[]
  targets: Targets
  level: Level
  priority: number
  weight: number
  /** Plays an hour of a booking; null: no booking. */
  playsPerHour: number | null
  /** IANA name; the display's where the schedule has none of its own. */
  timezone: string
  /** Wall time in the schedule's zone, ms. */
  start: number | null
  end: number | null
  rule: Rule | null
  exdates: ReadonlySet<Day>
  rdates: ReadonlySet<Day>
  dayTypes: ReadonlySet<DayType>
  /** Never empty: the whole day is one daypart. */
  dayparts: Daypart[]
  enabled: boolean
}

export const DAY_TYPES = ['workday', 'dayoff'] as const
export type DayType = (typeof DAY_TYPES)[number]
