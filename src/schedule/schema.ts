import * as z from 'zod'
import { WEEKDAYS } from './day'
import { DAY_TYPES, type Daypart, LEVELS } from './problem'
import { parseRule } from './rule'
import { readClock, readDate, readInstant, readWallTime } from './texts'
import { isZoneName } from './zone'

// The form of a problem, field by field. What concerns several fields is in checks.ts.

const MIN_SECONDS = 0.1
const MAX_SECONDS = 86_400

/** A text that a reader understands; the fault carries its own code. */
function text<T>(read: (value: string) => T | null, code: string, message: string) {
  return z.string().transform((value, context): T => {
    const result = read(value)
    if (result !== null) return result
    context.addIssue({ code: 'custom', message: `"${value}" ${message}`, params: { code } })
    return z.NEVER
  })
}

const id = z.string().min(1, 'An id is not empty.')
const date = text(readDate, 'bad-date', 'is not a date (YYYY-MM-DD).')
export const wallTime = text(
  readWallTime,
  'bad-time',
  'is not a local time (YYYY-MM-DDTHH:MM, without an offset).',
)
export const instant = text(
  readInstant,
  'bad-instant',
  'is not an instant (RFC 3339 with an offset or Z, to the ms).',
)
const clockStart = text(
  (value) => readClock(value, 'start'),
  'bad-time',
  'is not a time (HH:MM or HH:MM:SS).',
)
const clockEnd = text(
  (value) => readClock(value, 'end'),
  'bad-time',
  'is not a time (HH:MM, HH:MM:SS or 24:00).',
)
const zoneName = text(
  (value) => (isZoneName(value) ? value : null),
  'bad-timezone',
  'is not an IANA time zone.',
)

const seconds = z
  .number()
  .min(MIN_SECONDS)
  .max(MAX_SECONDS)
  .refine((value) => Math.round(value * 1000) / 1000 === value, 'At most three decimals.')
  .transform((value) => Math.round(value * 1000))

/** A list that may be left out or null. */
function list<T extends z.ZodType>(item: T) {
  return z
    .array(item)
    .nullish()
    .transform((items) => items ?? [])
}

const set = <T extends z.ZodType>(item: T) =>
  list(item).transform((items): ReadonlySet<z.output<T>> => new Set(items))

const ALL_WEEKDAYS: ReadonlySet<number> = new Set(WEEKDAYS.keys())
const ALL_DAY_TYPES: ReadonlySet<(typeof DAY_TYPES)[number]> = new Set(DAY_TYPES)
const DAY_HOURS_MS = 86_400_000

const daypart = z
  .strictObject({
    days: list(z.enum(WEEKDAYS)),
    from: clockStart,
    to: clockEnd,
  })
  .transform(
    ({ days, from, to }): Daypart => ({
      days: days.length > 0 ? new Set(days.map((day) => WEEKDAYS.indexOf(day))) : ALL_WEEKDAYS,
      from,
      to: to > from ? to : to + DAY_HOURS_MS,
    }),
  )

const rule = z.string().transform((value, context) => {
  const { rule, faults } = parseRule(value)
  for (const { code, message } of faults) context.addIssue({ code: 'custom', message, params: { code } })
  return rule ?? z.NEVER
})

const display = z.strictObject({
  id,
  timezone: zoneName,
  groups: set(id),
  tags: set(id),
  operatingHours: list(daypart),
  quietHours: list(daypart),
  filler: id.nullish(),
  emergencyOutsideHours: z.boolean().default(true),
})

const content = z.strictObject({
  id,
  seconds,
  validFrom: instant.nullish(),
  validUntil: instant.nullish(),
})

const playlist = z.strictObject({
  id,
  entries: z
    .array(z.strictObject({ content: id, seconds: seconds.nullish() }))
    .min(1, 'A playlist has at least one entry.'),
})

const targets = z.strictObject({
  all: z.boolean().default(false),
  displays: set(id),
  groups: set(id),
  tags: set(id),
})

const WHOLE_DAY: Daypart = { days: ALL_WEEKDAYS, from: 0, to: DAY_HOURS_MS }

const schedule = z.strictObject({
  id,
  playlist: id,
  targets,
  level: z.enum(LEVELS),
  priority: z.int().default(0),
  weight: z.number().positive().default(1),
  playsPerHour: z.int().min(1).max(240).nullish(),
  timezone: zoneName.nullish(),
  start: wallTime.nullish(),
  end: wallTime.nullish(),
  rrule: rule.nullish(),
  exdates: set(date),
  rdates: set(date),
  dayTypes: list(z.enum(DAY_TYPES)).transform((types) => (types.length > 0 ? new Set(types) : ALL_DAY_TYPES)),
  dayparts: list(daypart).transform((dayparts) => (dayparts.length > 0 ? dayparts : [WHOLE_DAY])),
  enabled: z.boolean().default(true),
})

export const problemSchema = z.strictObject({
  version: z.literal(1),
  from: instant,
  to: instant,
  display,
  contents: list(content),
  playlists: list(playlist),
  calendar: z.strictObject({ holidays: set(date), workdays: set(date) }).nullish(),
  schedules: list(schedule),
})

export type RawProblem = z.output<typeof problemSchema>
