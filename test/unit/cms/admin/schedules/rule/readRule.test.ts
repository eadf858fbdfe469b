import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Choices,
  type Ending,
  type MonthDays,
  noDates,
} from '../../../../../../src/cms/admin/schedules/rule/choices'
import { readRule } from '../../../../../../src/cms/admin/schedules/rule/readRule'
import { writeRule } from '../../../../../../src/cms/admin/schedules/rule/writeRule'
import { dayOf } from '../../../../../../src/schedule/day'
import { recur } from '../../../../../../src/schedule/recurrence'
import { parseRule } from '../../../../../../src/schedule/rule'

const never: Ending = { by: 'never' }

describe('readRule', () => {
  it.each<[string | null, string[], Choices]>([
    [null, [], { kind: 'daily', interval: 1, ending: never }],
    ['', [], { kind: 'daily', interval: 1, ending: never }],
    [null, ['workday'], { kind: 'workingDays', ending: never }],
    [null, ['workday', 'dayoff'], { kind: 'daily', interval: 1, ending: never }],
    [
      'FREQ=DAILY;UNTIL=20261231',
      ['dayoff'],
      { kind: 'workingDays', ending: { by: 'date', date: '2026-12-31' } },
    ],
    ['FREQ=DAILY;COUNT=5', ['workday'], { kind: 'daily', interval: 1, ending: { by: 'count', count: 5 } }],
    [
      'freq=weekly;byday=we,mo;interval=2;wkst=mo',
      [],
      { kind: 'weekly', interval: 2, weekdays: [0, 2], ending: never },
    ],
    ['FREQ=WEEKLY;BYDAY=MO;WKST=SU', [], { kind: 'weekly', interval: 1, weekdays: [0], ending: never }],
    [
      'FREQ=WEEKLY;UNTIL=20261231T155959Z',
      [],
      { kind: 'weekly', interval: 1, weekdays: [], ending: { by: 'date', date: '2026-12-31' } },
    ],
    [
      'FREQ=MONTHLY;BYMONTHDAY=-1,15,1',
      [],
      { kind: 'monthly', interval: 1, on: { by: 'date', dates: [1, 15, -1] }, ending: never },
    ],
    [
      'FREQ=MONTHLY;BYDAY=-1FR,2FR',
      [],
      { kind: 'monthly', interval: 1, on: { by: 'weekday', nths: [2, -1], weekdays: [4] }, ending: never },
    ],
    [
      'FREQ=YEARLY;BYMONTH=10,5;BYMONTHDAY=1',
      [],
      { kind: 'yearly', interval: 1, months: [5, 10], on: { by: 'date', dates: [1] }, ending: never },
    ],
    [noDates, ['workday'], { kind: 'dates' }],
  ])('opens %s with %j', (rrule, dayTypes, choices) => {
    expect(readRule(rrule, dayTypes)).toEqual(choices)
  })

  it.each([
    'FREQ=DAILY;BYDAY=MO',
    'FREQ=DAILY;BYMONTH=1',
    'FREQ=WEEKLY;BYDAY=MO;INTERVAL=2;WKST=SU',
    'FREQ=WEEKLY;BYDAY=MO,TU;BYSETPOS=1',
    'FREQ=MONTHLY;BYDAY=MO',
    'FREQ=MONTHLY;BYDAY=1MO,2TU',
    'FREQ=MONTHLY;BYMONTHDAY=-2',
    'FREQ=MONTHLY;BYMONTHDAY=13;BYDAY=FR',
    'FREQ=MONTHLY;BYMONTH=3;BYMONTHDAY=1',
    'FREQ=YEARLY;BYDAY=20MO',
    'FREQ=YEARLY;BYYEARDAY=100',
    'FREQ=HOURLY',
    'not a rule',
    'FREQ=DAILY;COUNT=',
  ])('leaves %s as it is written', (rrule) => {
    expect(readRule(rrule)).toEqual({ kind: 'custom', text: rrule })
    expect(writeRule(readRule(rrule))).toBe(rrule)
  })

  it('reads what was written as it was chosen', () => {
    fc.assert(
      fc.property(anyChoices, (choices) => {
        expect(readRule(writeRule(choices), choices.kind === 'workingDays' ? ['workday'] : [])).toEqual(
          choices,
        )
      }),
      { numRuns: 500 },
    )
  })

  it('writes a rule that picks the dates of the one it read', () => {
    const start = dayOf(2026, 1, 15)
    const datesOf = (rrule: string | null) => {
      const { rule } = parseRule(rrule ?? 'FREQ=DAILY')
      if (!rule) throw new Error(`no rule: ${rrule}`)
      return [...recur(rule, start, start, start + 800)]
    }
    fc.assert(
      fc.property(anyText, (rrule) => {
        expect(datesOf(writeRule(readRule(rrule)))).toEqual(datesOf(rrule))
      }),
      { numRuns: 500 },
    )
  })
})

describe('writeRule', () => {
  it.each<[Choices, string]>([
    [{ kind: 'daily', interval: Number.NaN, ending: never }, 'FREQ=DAILY;INTERVAL='],
    [{ kind: 'daily', interval: 1, ending: { by: 'date', date: '' } }, 'FREQ=DAILY;UNTIL='],
    [
      { kind: 'weekly', interval: 1, weekdays: [0], ending: { by: 'count', count: Number.NaN } },
      'FREQ=WEEKLY;BYDAY=MO;COUNT=',
    ],
  ])('hides nothing that is not typed to the end: %j', (choices, rrule) => {
    expect(writeRule(choices)).toBe(rrule)
    expect(parseRule(rrule).rule).toBeNull()
  })
})

const interval = fc.integer({ min: 1, max: 12 })
const ending: fc.Arbitrary<Ending> = fc.oneof(
  fc.constant(never),
  fc.integer({ min: 1, max: 99 }).map((count): Ending => ({ by: 'count', count })),
  fc.constantFrom('2026-02-28', '2027-12-31').map((date): Ending => ({ by: 'date', date })),
)
const some = (from: number[], minLength = 0) => fc.subarray(from, { minLength })
const weekday = [0, 1, 2, 3, 4, 5, 6]
const monthDates = [...Array.from({ length: 31 }, (_, i) => i + 1), -1]
const on: fc.Arbitrary<MonthDays> = fc.oneof(
  some(monthDates).map((dates): MonthDays => ({ by: 'date', dates })),
  fc
    .record({ nths: some([1, 2, 3, 4, 5, -1], 1), weekdays: some(weekday, 1) })
    .map((days): MonthDays => ({ by: 'weekday', ...days })),
)
const months = some(Array.from({ length: 12 }, (_, i) => i + 1))
const anyChoices: fc.Arbitrary<Choices> = fc.oneof(
  fc.record({ kind: fc.constant('daily' as const), interval, ending }),
  fc.record({ kind: fc.constant('weekly' as const), interval, weekdays: some(weekday), ending }),
  fc.record({ kind: fc.constant('monthly' as const), interval, on, ending }),
  fc.record({ kind: fc.constant('yearly' as const), interval, months, on, ending }),
  fc.record({ kind: fc.constant('workingDays' as const), ending: ending.filter(({ by }) => by !== 'count') }),
  fc.constant({ kind: 'dates' as const }),
)

const part = (name: string, values: fc.Arbitrary<unknown[]>) =>
  fc
    .option(
      values.filter((list) => list.length > 0),
      { freq: 2 },
    )
    .map((list) => (list ? [`${name}=${list}`] : []))
const codes = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']
const anyText = fc
  .record({
    freq: fc.constantFrom('DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'),
    interval: part(
      'INTERVAL',
      interval.map((n) => [n]),
    ),
    months: part('BYMONTH', months),
    monthDays: part('BYMONTHDAY', fc.subarray([1, 13, 15, 31, -1, -2])),
    weekdays: part('BYDAY', fc.subarray([...codes, '1MO', '3MO', '-1FR', '2FR'])),
    positions: part('BYSETPOS', fc.subarray([1, 2, -1])),
    weekStart: part('WKST', fc.constantFrom(['MO'], ['SU'])),
    ending: fc.constantFrom([], ['COUNT=7'], ['UNTIL=20270301'], ['UNTIL=20270301T235959Z']),
  })
  .map(({ freq, ...parts }) => [`FREQ=${freq}`, ...Object.values(parts).flat()].join(';'))
  .filter((rrule) => parseRule(rrule).rule !== null)
