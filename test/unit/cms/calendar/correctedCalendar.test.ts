import { describe, expect, it } from 'vitest'
import {
  correctedCalendar,
  datesFrom,
  isDate,
  type PublishedDay,
} from '../../../../src/cms/calendar/correctedCalendar'

const holiday = { zh: '国庆节', en: 'National Day' }
const published: PublishedDay[] = [
  { date: '2025-10-01', kind: 'dayoff', holiday },
  { date: '2026-10-01', kind: 'dayoff', holiday },
  { date: '2026-10-02', kind: 'dayoff', holiday },
  { date: '2026-10-03', kind: 'dayoff', holiday },
  { date: '2026-10-10', kind: 'workday', holiday },
]

describe('correctedCalendar', () => {
  it('names what differs from Monday to Friday', () => {
    expect(correctedCalendar(published, {})).toEqual({
      holidays: ['2025-10-01', '2026-10-01', '2026-10-02'],
      workdays: ['2026-10-10'],
      knownYears: [2025, 2026],
      lastYear: 2026,
    })
  })

  it.each([
    ['a holiday that is worked', { from: '2026-10-02', kind: 'workday' }, ['2026-10-01'], ['2026-10-10']],
    ['a make-up day that is off', { from: '2026-10-10', kind: 'dayoff' }, ['2026-10-01', '2026-10-02'], []],
    [
      'a week off, its weekend as ever',
      { from: '2026-11-02', to: '2026-11-08', kind: 'dayoff' },
      ['2026-10-01', '2026-10-02', '2026-11-02', '2026-11-03', '2026-11-04', '2026-11-05', '2026-11-06'],
      ['2026-10-10'],
    ],
  ] as const)('takes %s', (_what, correction, holidays, workdays) => {
    const calendar = correctedCalendar(published, { corrections: [correction] })
    expect(calendar.holidays.filter((date) => date > '2026')).toEqual(holidays)
    expect(calendar.workdays).toEqual(workdays)
  })

  it.each([
    [[], [2025, 2026], 2026],
    [[2027], [2025, 2026, 2027], 2027],
    [[2028], [2025, 2026, 2028], 2026],
  ])('knows the years %j beside those published', (enteredYears, knownYears, lastYear) => {
    expect(correctedCalendar(published, { enteredYears })).toMatchObject({ knownYears, lastYear })
  })

  it('does not count a year as known for a single correction in it', () => {
    const corrections = [{ from: '2027-01-04', kind: 'dayoff' as const }]
    const calendar = correctedCalendar(published, { corrections })
    expect(calendar.holidays).toContain('2027-01-04')
    expect(calendar.knownYears).not.toContain(2027)
  })
})

describe('datesFrom', () => {
  it.each([
    ['2026-02-27', '2026-03-01', ['2026-02-27', '2026-02-28', '2026-03-01']],
    ['2026-03-01', '2026-02-27', []],
    ['2026-02-30', '2026-03-01', []],
    ['soon', '2026-03-01', []],
  ])('%s to %s', (from, to, dates) => expect(datesFrom(from, to)).toEqual(dates))

  it('stops after a year', () => expect(datesFrom('0001-01-01', '9999-12-31')).toHaveLength(366))
})

it.each([
  ['2026-02-28', true],
  ['2026-02-29', false],
  ['2026-2-8', false],
  ['2026-02-28T00:00', false],
  [null, false],
])('isDate(%j) is %j', (text, answer) => expect(isDate(text)).toBe(answer))
