import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseProblem, resolve, upcoming } from '../../../src/schedule'
import { formatInstant } from '../../../src/schedule/format'
import { merge } from '../../../src/schedule/interval'
import { lanesInput } from '../../factories/problem'

const calendar = { holidays: ['2026-10-01', '2026-10-02'], workdays: ['2026-10-10'] }

function problemOf(fields: Record<string, unknown>, timezone = 'Asia/Shanghai', range?: [string, string]) {
  const [from, to] = range ?? ['2026-10-01T00:00:00Z', '2026-10-02T00:00:00Z']
  const parsed = parseProblem(
    lanesInput([{ id: 's', seconds: [10], ...fields }], { from, to, calendar, display: { timezone } }),
  )
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults))
  return parsed.problem
}

function next(fields: Record<string, unknown>, from: string, count = 10, timezone = 'Asia/Shanghai') {
  const problem = problemOf(fields, timezone)
  const [schedule] = problem.schedules
  if (!schedule) throw new Error('no schedule')
  const { occurrences, ended } = upcoming(schedule, problem.calendar, Date.parse(from), count)
  const at = (instant: number) => formatInstant(instant, schedule.timezone).slice(0, 16)
  return { list: occurrences.map(({ date, from, to }) => `${date}: ${at(from)} ${at(to)}`), ended }
}

describe('upcoming', () => {
  const now = '2026-10-01T08:00:00+08:00'
  const morning = [{ from: '07:00', to: '09:00' }]

  it.each<[string, Record<string, unknown>, string[], boolean]>([
    [
      'every date whole, the first begun already',
      {},
      ['2026-10-01: 2026-10-01T00:00 2026-10-02T00:00', '2026-10-02: 2026-10-02T00:00 2026-10-03T00:00'],
      false,
    ],
    [
      'a daypart that goes on',
      { dayparts: morning },
      ['2026-10-01: 2026-10-01T07:00 2026-10-01T09:00', '2026-10-02: 2026-10-02T07:00 2026-10-02T09:00'],
      false,
    ],
    [
      'over midnight, by the date it starts on',
      { dayparts: [{ from: '22:00', to: '09:00' }] },
      ['2026-09-30: 2026-09-30T22:00 2026-10-01T09:00', '2026-10-01: 2026-10-01T22:00 2026-10-02T09:00'],
      false,
    ],
    [
      'dayparts that overlap, as one',
      { dayparts: [...morning, { from: '08:30', to: '10:00' }] },
      ['2026-10-01: 2026-10-01T07:00 2026-10-01T10:00', '2026-10-02: 2026-10-02T07:00 2026-10-02T10:00'],
      false,
    ],
    [
      'working days',
      { dayTypes: ['workday'], dayparts: [{ days: ['th', 'fr', 'sa'], from: '07:00', to: '09:00' }] },
      [
        '2026-10-08: 2026-10-08T07:00 2026-10-08T09:00',
        '2026-10-09: 2026-10-09T07:00 2026-10-09T09:00',
        '2026-10-10: 2026-10-10T07:00 2026-10-10T09:00',
      ],
      false,
    ],
    [
      'only the dates added, where the rule ended before it began',
      {
        start: '2026-09-01T00:00',
        rrule: 'FREQ=DAILY;UNTIL=19700101',
        rdates: ['2026-10-09', '2026-10-03', '2026-09-30'],
        dayparts: morning,
      },
      ['2026-10-03: 2026-10-03T07:00 2026-10-03T09:00', '2026-10-09: 2026-10-09T07:00 2026-10-09T09:00'],
      true,
    ],
    [
      'the window cuts',
      { start: '2026-10-01T08:30', end: '2026-10-02T08:00', dayparts: morning },
      ['2026-10-01: 2026-10-01T08:30 2026-10-01T09:00', '2026-10-02: 2026-10-02T07:00 2026-10-02T08:00'],
      true,
    ],
    ['a window that is over', { end: '2026-10-01T08:00' }, [], true],
    [
      'a start years ahead',
      { start: '2055-03-01T00:00', end: '2055-03-02T00:00', dayparts: morning },
      ['2055-03-01: 2055-03-01T07:00 2055-03-01T09:00'],
      true,
    ],
    [
      '29 February',
      { start: '2026-01-01T00:00', rrule: 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29', dayparts: morning },
      [
        '2028-02-29: 2028-02-29T07:00 2028-02-29T09:00',
        '2032-02-29: 2032-02-29T07:00 2032-02-29T09:00',
        '2036-02-29: 2036-02-29T07:00 2036-02-29T09:00',
      ],
      true,
    ],
    ['a COUNT used up', { start: '2026-09-01T00:00', rrule: 'FREQ=DAILY;COUNT=3' }, [], true],
  ])('%s', (_what, fields, expected, ended) => {
    expect(next(fields, now, ended ? 10 : expected.length)).toEqual({ list: expected, ended })
  })

  it('says when a zone’s clocks change, and leaves out what they swallow', () => {
    const half = [{ from: '02:00', to: '02:30' }]
    expect(next({ dayparts: half }, '2026-03-07T00:00:00-05:00', 2, 'America/New_York').list).toEqual([
      '2026-03-07: 2026-03-07T02:00 2026-03-07T02:30',
      '2026-03-09: 2026-03-09T02:00 2026-03-09T02:30',
    ])
  })

  it.each([
    ['a date that never is', 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30'],
    ['every 9999 years', 'FREQ=YEARLY;INTERVAL=9999;BYMONTH=1;BYMONTHDAY=2'],
    ['a count that is never reached', 'FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30;COUNT=1000000000'],
    [
      'every position',
      `FREQ=YEARLY;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYMONTHDAY=31;BYMONTH=2;BYSETPOS=${Array.from({ length: 366 }, (_, i) => i + 1)}`,
    ],
  ])('ends: %s', (_what, rrule) => {
    expect(next({ start: '0001-01-01T00:00', rrule }, now)).toEqual({ list: [], ended: true })
  })

  it('is what resolve gives for the schedule alone', () => {
    fc.assert(
      fc.property(anySchedule, anyZone, fc.nat(400 * 24), (fields, timezone, hours) => {
        const from = Date.parse('2026-01-01T00:00:00Z') + hours * 3_600_000
        const problem = problemOf(fields, timezone)
        const [schedule] = problem.schedules
        if (!schedule) throw new Error('no schedule')
        const { occurrences, ended } = upcoming(schedule, problem.calendar, from, 10)
        // All that start before the last one are listed; after the last of all there is nothing.
        const last = occurrences.at(-1)
        const limit = from + 300 * 86_400_000
        const to = Math.min(limit, ended || !last ? limit : last.from)
        fc.pre(from < to)
        const range: [string, string] = [new Date(from).toISOString(), new Date(to).toISOString()]
        const active = resolve(problemOf(fields, timezone, range)).segments.filter(
          ({ level }) => level === 'normal',
        )
        const listed = occurrences.map((one) => ({
          from: Math.max(one.from, from),
          to: Math.min(one.to, to),
        }))
        expect(merge(listed)).toEqual(merge(active.map(({ from, to }) => ({ from, to }))))
      }),
      { numRuns: 150 },
    )
  })
})

const anyZone = fc.constantFrom(
  'Asia/Shanghai',
  'America/New_York',
  'Australia/Lord_Howe',
  'Africa/Casablanca',
)
const anyTime = fc.tuple(fc.nat(23), fc.constantFrom('00', '30')).map(([hour, minute]) => {
  return `${String(hour).padStart(2, '0')}:${minute}`
})
const anyDate = fc
  .nat(500)
  .map((i) => new Date(Date.UTC(2026, 0, 1) + i * 86_400_000).toISOString().slice(0, 10))
const anySchedule = fc.record({
  start: anyDate.map((date) => `${date}T07:00`),
  rrule: fc.constantFrom(
    null,
    'FREQ=DAILY;INTERVAL=3',
    'FREQ=WEEKLY;BYDAY=MO,WE;COUNT=4',
    'FREQ=MONTHLY;BYDAY=-1FR',
    'FREQ=YEARLY;BYYEARDAY=-1,100',
    'FREQ=DAILY;UNTIL=19700101',
  ),
  exdates: fc.array(anyDate, { maxLength: 3 }),
  rdates: fc.array(anyDate, { maxLength: 4 }),
  dayTypes: fc.constantFrom(null, ['workday'], ['dayoff']),
  dayparts: fc.array(
    fc
      .record({ days: fc.constantFrom(null, ['mo', 'th']), from: anyTime, to: anyTime })
      .filter(({ from, to }) => from !== to),
    { maxLength: 2 },
  ),
})
