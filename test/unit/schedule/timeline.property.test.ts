import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatTimeline, parseProblem, resolve, type Timeline } from '../../../src/schedule'
import { type ProblemInput, problemInput } from '../../factories/problem'
import { minutesOf } from './oracle'

// Around a change of clocks, and one plain week.
const PLACES = [
  ['Asia/Shanghai', '2026-10-01T09:30:00+08:00'],
  ['America/New_York', '2026-03-07T12:00:00-05:00'],
  ['America/New_York', '2026-10-31T20:00:00-04:00'],
  ['Australia/Lord_Howe', '2026-04-04T12:00:00+11:00'],
  ['Africa/Casablanca', '2026-03-21T22:00:00+00:00'],
  ['Pacific/Apia', '2011-12-29T06:00:00-10:00'],
  ['America/St_Johns', '2011-03-12T20:00:00-03:30'],
] as const

describe('resolve, against the minute-by-minute oracle', { timeout: 120_000 }, () => {
  it('has the level, the sound and the schedules of every minute', () => {
    fc.assert(
      fc.property(anyProblem, (problem) => {
        const { segments } = timelineOf(problem)
        const found: unknown[] = []
        const expected: unknown[] = []
        let i = 0
        for (const minute of minutesOf(problem)) {
          // Three quarters into the minute every moved boundary has been passed.
          const at = minute.at + 45_000
          while ((segments[i]?.to ?? 0) <= at) i += 1
          const segment = segments[i]
          const members = [...minute.winners, ...minute.fillers].filter((id) => id !== null).sort()
          expected.push(`${minute.at} ${minute.level} ${minute.muted}`)
          found.push(`${minute.at} ${segment?.level} ${segment?.muted}`)
          // In half an hour there is room for everybody, but beside bookings that may take all of it.
          const roomy =
            (segment?.to ?? 0) - (segment?.anchor ?? 0) >= 1_800_000 && minute.fillers.length === 0
          const held = segment?.schedules ?? []
          expected.push(...members.filter((id) => roomy || held.includes(id)))
          found.push(...held)
        }
        expect(found).toEqual(expected)
      }),
      { numRuns: 80 },
    )
  })

  it('covers the range with segments and plays, without a gap or an overlap', () => {
    fc.assert(
      fc.property(anyProblem, (problem) => {
        const timeline = timelineOf(problem)
        let at = timeline.from
        for (const segment of timeline.segments) {
          expect(segment.from).toBe(at)
          expect(segment.to).toBeGreaterThan(segment.from)
          expect(segment.anchor).toBeLessThanOrEqual(segment.from)
          at = segment.to
        }
        expect(at).toBe(timeline.to)
        for (const play of timeline.plays ?? []) {
          const segment = timeline.segments.find(({ from, to }) => from <= play.from && play.from < to)
          expect(segment && itemAt(segment, play.from)).toEqual([play.content, play.schedule])
        }
        const played = (timeline.plays ?? []).reduce((sum, { from, to }) => sum + to - from, 0)
        const lit = timeline.segments.filter(({ loop }) => loop.length > 0)
        expect(played).toBe(lit.reduce((sum, { from, to }) => sum + to - from, 0))
      }),
      { numRuns: 100 },
    )
  })

  it('gives the part of a range for a part of the range', () => {
    fc.assert(
      fc.property(anyProblem, fc.nat(2000), fc.integer({ min: 1, max: 700 }), (problem, skip, length) => {
        const whole = timelineOf(problem)
        const from = whole.from + skip * 60_000 + 1234
        const to = Math.min(whole.to, from + length * 60_000)
        fc.pre(from < to)
        const part = timelineOf({
          ...problem,
          from: new Date(from).toISOString(),
          to: new Date(to).toISOString(),
        })
        expect(part.segments).toEqual(clipped(whole.segments, from, to))
        expect(part.plays).toEqual(clipped(whole.plays ?? [], from, to))
      }),
      { numRuns: 100 },
    )
  })

  it('gives the same bytes in whatever order lists stand', () => {
    fc.assert(
      fc.property(anyProblem, fc.infiniteStream(fc.nat()), (problem, numbers) => {
        const shuffled = <T>(list: T[]): T[] =>
          list
            .map((item) => ({ item, key: numbers.next().value as number }))
            .sort((a, b) => a.key - b.key)
            .map(({ item }) => item)
        const other = {
          ...problem,
          contents: shuffled(problem.contents),
          playlists: shuffled(problem.playlists),
          schedules: shuffled(problem.schedules),
        }
        const text = (input: ProblemInput) => JSON.stringify(formatTimeline(timelineOf(input)))
        expect(text(other)).toBe(text(problem))
      }),
      { numRuns: 60 },
    )
  })

  it('is not changed by a lower schedule where an unbooked higher one plays', () => {
    fc.assert(
      fc.property(anyProblem, (problem) => {
        const top = { id: 'top', playlist: 'p-top', targets: { all: true }, level: 'takeover', priority: 99 }
        const given = {
          ...problem,
          contents: [...problem.contents, { id: 'c-top', seconds: 10 }],
          playlists: [...problem.playlists, { id: 'p-top', entries: [{ content: 'c-top' }] }],
        }
        const alone = { ...given, schedules: [top] }
        const among = {
          ...given,
          schedules: [top, ...problem.schedules.filter(({ level }) => level !== 'emergency')],
        }
        expect(timelineOf(among).segments).toEqual(timelineOf(alone).segments)
      }),
      { numRuns: 40 },
    )
  })
})

function timelineOf(input: ProblemInput): Timeline {
  const parsed = parseProblem(input)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults))
  return resolve(parsed.problem, { plays: true })
}

function itemAt(
  { anchor, loop }: Timeline['segments'][number],
  at: number,
): [string, string | null] | undefined {
  const duration = loop.reduce((sum, { seconds }) => sum + Math.round(seconds * 1000), 0)
  let position = (at - anchor) % duration
  for (const { content, schedule, seconds } of loop) {
    position -= Math.round(seconds * 1000)
    if (position < 0) return [content, schedule]
  }
  return undefined
}

function clipped<T extends { from: number; to: number }>(items: T[], from: number, to: number): T[] {
  return items
    .filter((item) => item.to > from && item.from < to)
    .map((item) => ({ ...item, from: Math.max(item.from, from), to: Math.min(item.to, to) }))
}

const time = fc.tuple(fc.nat(23), fc.constantFrom('00', '15', '30', '45')).map(([hour, minute]) => {
  return `${String(hour).padStart(2, '0')}:${minute}`
})
const days = fc.option(
  fc.uniqueArray(fc.constantFrom('mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'), { maxLength: 5 }),
)
const dayparts = fc.array(
  fc.record({ days, from: time, to: time }).filter(({ from, to }) => from !== to),
  { maxLength: 2 },
)

const schedule = (id: string, near: number) =>
  fc
    .record({
      id: fc.constant(id),
      playlist: fc.nat(3).map((i) => `p-${i}`),
      targets: fc.constantFrom(
        { all: true },
        { groups: ['g'] },
        { tags: ['t', 'other'] },
        { displays: ['d-2'] },
      ),
      level: fc.constantFrom('normal', 'normal', 'normal', 'filler', 'takeover', 'emergency'),
      priority: fc.integer({ min: 0, max: 1 }),
      weight: fc.constantFrom(1, 2, 0.5),
      playsPerHour: fc.constantFrom(null, null, 4, 12),
      timezone: fc.constantFrom(null, null, 'Asia/Tokyo', 'America/New_York'),
      start: fc.option(fc.integer({ min: -30, max: 40 }).map((hours) => wallTime(near + hours * 3_600_000))),
      end: fc.option(fc.integer({ min: 41, max: 80 }).map((hours) => wallTime(near + hours * 3_600_000))),
      weekly: fc.option(
        fc.uniqueArray(fc.constantFrom('MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'), { minLength: 2 }),
      ),
      exdates: fc.array(
        fc.nat(3).map((i) => wallTime(near + i * 86_400_000).slice(0, 10)),
        { maxLength: 1 },
      ),
      rdates: fc.array(
        fc.nat(3).map((i) => wallTime(near + i * 86_400_000).slice(0, 10)),
        { maxLength: 1 },
      ),
      dayTypes: fc.constantFrom(null, null, ['workday'], ['dayoff']),
      dayparts,
      enabled: fc.constantFrom(true, true, true, false),
    })
    .map(({ weekly, ...fields }) => ({
      ...fields,
      playsPerHour: fields.level === 'normal' || fields.level === 'filler' ? fields.playsPerHour : null,
      rrule: weekly && fields.start ? `FREQ=WEEKLY;BYDAY=${weekly}` : null,
    }))

const anyProblem = fc.constantFrom(...PLACES).chain(([timezone, from]) => {
  const near = Date.parse(from)
  const instant = fc.option(
    fc.integer({ min: 0, max: 40 * 60 }).map((i) => new Date(near + i * 60_000).toISOString()),
  )
  const contents = fc.tuple(
    ...[10, 15, 12.5, 7, 20, 30].map((seconds, i) =>
      fc
        .record({ validFrom: instant, validUntil: instant })
        .map((validity) => ({ id: `c-${i}`, seconds, ...validity })),
    ),
  )
  const playlists = fc.tuple(
    ...[0, 1, 2, 3].map((i) =>
      fc
        .array(
          fc.nat(5).map((c) => ({ content: `c-${c}` })),
          { minLength: 1, maxLength: 3 },
        )
        .map((entries) => ({ id: `p-${i}`, entries })),
    ),
  )
  return fc
    .record({
      contents,
      playlists,
      hours: dayparts,
      quiet: dayparts,
      filler: fc.constantFrom(null, 'p-3'),
      emergencyOutsideHours: fc.boolean(),
      schedules: fc.tuple(...['a', 'b', 'c', 'd', 'e'].map((id) => schedule(id, near))),
      holidays: fc.array(
        fc.nat(3).map((i) => wallTime(near + i * 86_400_000).slice(0, 10)),
        { maxLength: 1 },
      ),
    })
    .map(({ hours, quiet, filler, emergencyOutsideHours, holidays, ...rest }) =>
      problemInput({
        ...rest,
        from,
        to: new Date(near + 40 * 3_600_000).toISOString(),
        display: {
          timezone,
          groups: ['g'],
          tags: ['t'],
          operatingHours: hours,
          quietHours: quiet,
          filler,
          emergencyOutsideHours,
        },
        calendar: { holidays, workdays: [] },
      }),
    )
})

function wallTime(ms: number): string {
  return new Date(ms).toISOString().slice(0, 16)
}
