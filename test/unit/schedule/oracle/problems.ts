import fc from 'fast-check'
import { type ProblemInput, problemInput } from '../../../factories/problem'
import { offsetAt } from './clock'
import { anyDenseRule } from './rules'

// Arbitrary problems around the changes of clocks that hurt, to the second.

const HOUR = 3_600_000
const DAY = 24 * HOUR

/** A zone, and a local midnight of it within two days of which its clocks change, but for two plain ones. */
const PLACES = [
  ['Asia/Shanghai', '2026-10-01T00:00:00+08:00'],
  ['Asia/Kathmandu', '2027-12-31T00:00:00+05:45'], // the year's end
  ['Asia/Shanghai', '1991-04-14T00:00:00+08:00'],
  ['Asia/Shanghai', '1986-09-13T00:00:00+09:00'],
  ['America/New_York', '2026-03-07T00:00:00-05:00'],
  ['America/New_York', '2026-10-31T00:00:00-04:00'],
  ['Australia/Lord_Howe', '2026-04-04T00:00:00+11:00'], // by half an hour
  ['Australia/Lord_Howe', '2026-10-03T00:00:00+10:30'],
  ['Africa/Casablanca', '2026-02-14T00:00:00+01:00'], // Ramadan
  ['Africa/Casablanca', '2026-03-21T00:00:00+00:00'],
  ['Pacific/Apia', '2011-12-29T00:00:00-10:00'], // a date that never was
  ['America/St_Johns', '2011-03-12T00:00:00-03:30'], // at 00:01
  ['America/St_Johns', '2010-11-06T00:00:00-02:30'], // at 00:01, so that midnight repeats
  ['America/Havana', '2026-03-07T00:00:00-05:00'], // midnight is skipped
  ['America/Havana', '2026-10-31T00:00:00-04:00'],
  ['America/Sao_Paulo', '2018-11-03T00:00:00-03:00'], // midnight is skipped
  ['America/Sao_Paulo', '2018-02-17T00:00:00-02:00'], // at midnight, back to 23:00
  ['Antarctica/Troll', '2026-03-28T00:00:00+00:00'], // by two hours
  ['Pacific/Chatham', '2026-04-04T00:00:00+13:45'],
] as const

const WEEKDAYS = ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su']
const seconds = fc.constantFrom(0, 0, 0, 15 * 60, 30 * 60, 45 * 60, 1, 59, 60, 1830, 3599)
const time = fc.tuple(fc.oneof(fc.nat(3), fc.nat(23), fc.constant(23)), seconds).map(([hour, offset]) => {
  return new Date(hour * HOUR + offset * 1000).toISOString().slice(11, 19).replace(/:00$/, '')
})
const someDays = fc.option(fc.uniqueArray(fc.constantFrom(...WEEKDAYS), { maxLength: 6 }), { freq: 2 })

/** Also for hours of a display. */
const dayparts = (maxLength: number) =>
  fc.array(
    fc
      .record({
        days: someDays,
        from: time,
        to: fc.oneof({ weight: 4, arbitrary: time }, fc.constant('24:00')),
      })
      .filter(({ from, to }) => from !== to),
    { maxLength },
  )

const dates = (near: number) =>
  fc.array(
    fc.nat(4).map((i) => local(near + (i - 1) * DAY).slice(0, 10)),
    { maxLength: 2 },
  )

function anySchedule(id: string, near: number) {
  return fc
    .record({
      id: fc.constant(id),
      playlist: fc.nat(3).map((i) => `p-${i}`),
      targets: fc.constantFrom(
        { all: true },
        { all: true },
        { groups: ['h', 'g'] },
        { tags: ['t', 'other'] },
        { displays: ['d-2'] },
        { displays: ['d-2', 'd-1'] },
      ),
      level: fc.constantFrom('normal', 'normal', 'normal', 'filler', 'takeover', 'emergency'),
      priority: fc.integer({ min: 0, max: 1 }),
      weight: fc.constantFrom(1, 2, 0.5),
      playsPerHour: fc.constantFrom(null, null, 4, 12),
      timezone: fc.constantFrom(null, null, null, 'Asia/Tokyo', 'America/New_York'),
      start: fc.option(
        fc.integer({ min: -30 * 24 * 3600, max: 30 * 3600 - 1 }).map((offset) => local(near + offset * 1000)),
        { freq: 4 },
      ),
      end: fc.option(
        fc.integer({ min: 30 * 3600, max: 60 * 3600 }).map((offset) => local(near + offset * 1000)),
      ),
      rule: fc.option(anyDenseRule, { freq: 3 }),
      exdates: dates(near),
      rdates: dates(near),
      dayTypes: fc.constantFrom(null, null, null, ['workday'], ['dayoff'], ['dayoff', 'workday']),
      dayparts: dayparts(3),
      enabled: fc.constantFrom(true, true, true, true, false),
    })
    .map(({ rule, ...fields }) => ({
      ...fields,
      playsPerHour: fields.level === 'normal' || fields.level === 'filler' ? fields.playsPerHour : null,
      rrule: fields.start ? rule : null,
    }))
}

/** From a local midnight on, for a day and a part of the next. */
export const anyProblem = fc.constantFrom(...PLACES).chain(([timezone, from]) => {
  const near = Date.parse(from)
  const instant = fc.option(
    fc.integer({ min: 1, max: 36 * 3600 }).map((offset) => new Date(near + offset * 1000).toISOString()),
  )
  const contents = fc.tuple(
    ...[10, 15, 12.5, 7, 20.125, 30].map((length, i) =>
      fc
        .record({ validFrom: instant, validUntil: instant })
        .map((validity) => ({ id: `c-${i}`, seconds: length, ...validity })),
    ),
  )
  const playlists = fc.tuple(
    ...[0, 1, 2, 3].map((i) =>
      fc
        .array(
          fc.nat(5).map((content) => ({ content: `c-${content}` })),
          { minLength: 1, maxLength: 3 },
        )
        .map((entries) => ({ id: `p-${i}`, entries })),
    ),
  )
  return fc
    .record({
      length: fc.integer({ min: 24 * 3600, max: 36 * 3600 }),
      contents,
      playlists,
      operatingHours: fc.oneof({ weight: 2, arbitrary: dayparts(2) }, fc.constant([])),
      quietHours: dayparts(2),
      filler: fc.constantFrom(null, 'p-3'),
      emergencyOutsideHours: fc.boolean(),
      schedules: fc.tuple(...['a', 'b', 'c', 'd', 'e'].map((id) => anySchedule(id, near))),
      holidays: dates(near),
      workdays: dates(near),
    })
    .map(({ length, contents, playlists, schedules, holidays, workdays, ...display }) =>
      problemInput({
        from,
        to: new Date(near + length * 1000).toISOString(),
        contents,
        playlists,
        schedules,
        display: { timezone, groups: ['g', 'g-2'], tags: ['t', 't-2'], ...display },
        calendar: { holidays, workdays: workdays.filter((date) => !holidays.includes(date)) },
      }),
    )
})

function local(ms: number): string {
  return new Date(ms).toISOString().slice(0, 19)
}

/** The same for three to seven weeks, with schedules that go on for some of it. */
export const anyLongProblem = fc
  .tuple(anyProblem, fc.integer({ min: 18, max: 45 }), fc.array(fc.option(fc.nat(45)), { minLength: 5 }))
  .map(([problem, days, ends]) => {
    const from = Date.parse(problem.from)
    const schedules = problem.schedules.map((schedule, i) => {
      const end = ends[i] ?? null
      return { ...schedule, end: end === null ? null : local(from + 36 * HOUR + end * DAY) }
    })
    return { ...problem, schedules, to: new Date(from + days * DAY).toISOString() }
  })

/** The dates that a problem touches, from local midnight to local midnight. */
export function wholeDays({ from, to, display }: ProblemInput): { from: number; to: number } {
  const start = Date.parse(from)
  const zone = String(display.timezone)
  const midnight = (days: number) =>
    start + days * DAY + offsetAt(zone, start) - offsetAt(zone, start + days * DAY)
  // Where a date is skipped, the third is the second.
  return { from: start, to: midnight(2) < Date.parse(to) ? midnight(3) : midnight(2) }
}
