import fc from 'fast-check'
import { RRuleTemporal } from 'rrule-temporal'
import { describe, expect, it } from 'vitest'
import { civilOf, type Day, dayOf } from '../../../src/schedule/day'
import { recur } from '../../../src/schedule/recurrence'
import { parseRule, type Rule } from '../../../src/schedule/rule'

/** Rule, DTSTART, end of the range, expected dates; a date without a year is in the year of the one before it. */
type Example = [rule: string, start: string, end: string, dates: string]

// RFC 5545, 3.8.5.3, its examples that a rule of dates can say; the dates are the RFC's.
const RFC_5545: Example[] = [
  [
    'FREQ=DAILY;COUNT=10',
    '1997-09-02',
    '1998-01-01',
    '1997-09-02 09-03 09-04 09-05 09-06 09-07 09-08 09-09 09-10 09-11',
  ],
  ['FREQ=DAILY;UNTIL=19971224T000000Z', '1997-12-21', '1998-01-01', '1997-12-21 12-22 12-23 12-24'],
  ['FREQ=DAILY;INTERVAL=2', '1997-09-02', '1997-09-10', '1997-09-02 09-04 09-06 09-08'],
  ['FREQ=DAILY;INTERVAL=10;COUNT=5', '1997-09-02', '1998-01-01', '1997-09-02 09-12 09-22 10-02 10-12'],
  [
    'FREQ=WEEKLY;COUNT=10',
    '1997-09-02',
    '1998-01-01',
    '1997-09-02 09-09 09-16 09-23 09-30 10-07 10-14 10-21 10-28 11-04',
  ],
  ['FREQ=WEEKLY;INTERVAL=2;WKST=SU', '1997-09-02', '1997-11-01', '1997-09-02 09-16 09-30 10-14 10-28'],
  [
    'FREQ=WEEKLY;UNTIL=19971007T000000Z;WKST=SU;BYDAY=TU,TH',
    '1997-09-02',
    '1998-01-01',
    '1997-09-02 09-04 09-09 09-11 09-16 09-18 09-23 09-25 09-30 10-02 10-07',
  ],
  [
    'FREQ=WEEKLY;INTERVAL=2;COUNT=8;WKST=SU;BYDAY=TU,TH',
    '1997-09-02',
    '1998-01-01',
    '1997-09-02 09-04 09-16 09-18 09-30 10-02 10-14 10-16',
  ],
  [
    'FREQ=MONTHLY;COUNT=10;BYDAY=1FR',
    '1997-09-05',
    '1999-01-01',
    '1997-09-05 10-03 11-07 12-05 1998-01-02 02-06 03-06 04-03 05-01 06-05',
  ],
  [
    'FREQ=MONTHLY;INTERVAL=2;COUNT=10;BYDAY=1SU,-1SU',
    '1997-09-07',
    '1999-01-01',
    '1997-09-07 09-28 11-02 11-30 1998-01-04 01-25 03-01 03-29 05-03 05-31',
  ],
  [
    'FREQ=MONTHLY;COUNT=6;BYDAY=-2MO',
    '1997-09-22',
    '1999-01-01',
    '1997-09-22 10-20 11-17 12-22 1998-01-19 02-16',
  ],
  ['FREQ=MONTHLY;BYMONTHDAY=-3', '1997-09-28', '1998-03-01', '1997-09-28 10-29 11-28 12-29 1998-01-29 02-26'],
  [
    'FREQ=MONTHLY;COUNT=10;BYMONTHDAY=2,15',
    '1997-09-02',
    '1999-01-01',
    '1997-09-02 09-15 10-02 10-15 11-02 11-15 12-02 12-15 1998-01-02 01-15',
  ],
  [
    'FREQ=MONTHLY;COUNT=10;BYMONTHDAY=1,-1',
    '1997-09-30',
    '1999-01-01',
    '1997-09-30 10-01 10-31 11-01 11-30 12-01 12-31 1998-01-01 01-31 02-01',
  ],
  [
    'FREQ=MONTHLY;INTERVAL=18;COUNT=10;BYMONTHDAY=10,11,12,13,14,15',
    '1997-09-10',
    '2000-01-01',
    '1997-09-10 09-11 09-12 09-13 09-14 09-15 1999-03-10 03-11 03-12 03-13',
  ],
  [
    'FREQ=MONTHLY;INTERVAL=2;BYDAY=TU',
    '1997-09-02',
    '1997-12-01',
    '1997-09-02 09-09 09-16 09-23 09-30 11-04 11-11 11-18 11-25',
  ],
  [
    'FREQ=YEARLY;COUNT=10;BYMONTH=6,7',
    '1997-06-10',
    '2002-01-01',
    '1997-06-10 07-10 1998-06-10 07-10 1999-06-10 07-10 2000-06-10 07-10 2001-06-10 07-10',
  ],
  [
    'FREQ=YEARLY;INTERVAL=2;COUNT=10;BYMONTH=1,2,3',
    '1997-03-10',
    '2004-01-01',
    '1997-03-10 1999-01-10 02-10 03-10 2001-01-10 02-10 03-10 2003-01-10 02-10 03-10',
  ],
  [
    'FREQ=YEARLY;INTERVAL=3;COUNT=10;BYYEARDAY=1,100,200',
    '1997-01-01',
    '2007-01-01',
    '1997-01-01 04-10 07-19 2000-01-01 04-09 07-18 2003-01-01 04-10 07-19 2006-01-01',
  ],
  ['FREQ=YEARLY;BYDAY=20MO', '1997-05-19', '2000-01-01', '1997-05-19 1998-05-18 1999-05-17'],
  [
    'FREQ=YEARLY;BYMONTH=3;BYDAY=TH',
    '1997-03-13',
    '1998-04-01',
    '1997-03-13 03-20 03-27 1998-03-05 03-12 03-19 03-26',
  ],
  [
    'FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13',
    '1997-09-02',
    '2000-12-01',
    '1998-02-13 03-13 11-13 1999-08-13 2000-10-13',
  ],
  [
    'FREQ=MONTHLY;BYDAY=SA;BYMONTHDAY=7,8,9,10,11,12,13',
    '1997-09-13',
    '1998-03-01',
    '1997-09-13 10-11 11-08 12-13 1998-01-10 02-07',
  ],
  [
    'FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8',
    '1996-11-05',
    '2005-01-01',
    '1996-11-05 2000-11-07 2004-11-02',
  ],
  ['FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3', '1997-09-04', '1998-01-01', '1997-09-04 10-07 11-06'],
  [
    'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2',
    '1997-09-29',
    '1998-02-01',
    '1997-09-29 10-30 11-27 12-30 1998-01-29',
  ],
  [
    'FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO',
    '1997-08-05',
    '1998-01-01',
    '1997-08-05 08-10 08-19 08-24',
  ],
  [
    'FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU',
    '1997-08-05',
    '1998-01-01',
    '1997-08-05 08-17 08-19 08-31',
  ],
  ['FREQ=MONTHLY;BYMONTHDAY=15,30;COUNT=5', '2007-01-15', '2008-01-01', '2007-01-15 01-30 02-15 03-15 03-30'],
]

// The contract's own rules, and what is known to go wrong elsewhere.
const OURS: Example[] = [
  ['FREQ=WEEKLY;BYDAY=MO', '2026-09-01', '2026-09-15', '2026-09-07 09-14'], // start is a Tuesday, not picked
  ['FREQ=DAILY;UNTIL=20260903', '2026-09-01', '2026-10-01', '2026-09-01 09-02 09-03'],
  ['FREQ=DAILY;UNTIL=20260903T000000', '2026-09-02', '2026-10-01', '2026-09-02 09-03'],
  ['FREQ=WEEKLY;BYDAY=MO,WE,FR;BYSETPOS=1;COUNT=2', '2026-09-02', '2026-10-01', '2026-09-07 09-14'], // the week's MO is past
  ['FREQ=MONTHLY;BYMONTHDAY=1,15;BYSETPOS=2', '2026-09-10', '2026-12-01', '2026-09-15 10-15 11-15'],
  ['FREQ=YEARLY;BYDAY=MO;BYSETPOS=1', '2026-06-01', '2028-12-31', '2027-01-04 2028-01-03'],
  ['FREQ=YEARLY;BYMONTHDAY=31', '2026-09-01', '2027-02-01', '2026-10-31 12-31 2027-01-31'], // every month
  ['FREQ=YEARLY', '2024-02-29', '2033-01-01', '2024-02-29 2028-02-29 2032-02-29'],
  ['FREQ=MONTHLY', '2026-01-31', '2026-08-01', '2026-01-31 03-31 05-31 07-31'],
  ['FREQ=MONTHLY;INTERVAL=5', '2026-01-31', '2028-12-01', '2026-01-31 2028-07-31'], // intervals count months, not hits
  ['FREQ=YEARLY;BYYEARDAY=-1', '2027-01-01', '2029-01-01', '2027-12-31 2028-12-31'],
  ['FREQ=YEARLY;BYYEARDAY=366', '2026-01-01', '2033-01-01', '2028-12-31 2032-12-31'],
  ['FREQ=YEARLY;BYYEARDAY=266;BYDAY=TU,WE', '2020-09-14', '2026-12-31', '2020-09-22 2025-09-23 2026-09-23'], // BYDAY limits
  ['FREQ=YEARLY;BYYEARDAY=-100;BYDAY=FR', '2020-01-01', '2030-12-31', '2022-09-23'],
  ['FREQ=YEARLY;BYMONTHDAY=8;BYDAY=MO', '2021-09-24', '2022-12-31', '2021-11-08 2022-08-08'],
  [
    'FREQ=YEARLY;BYDAY=5TH,SU',
    '2024-11-21',
    '2025-02-03',
    '2024-11-24 12-01 12-08 12-15 12-22 12-29 2025-01-05 01-12 01-19 01-26 01-30 02-02',
  ],
  ['FREQ=YEARLY;BYDAY=-1SU', '2026-01-01', '2028-12-31', '2026-12-27 2027-12-26'],
  ['FREQ=DAILY;BYMONTH=2;BYMONTHDAY=29', '2023-01-01', '2029-01-01', '2024-02-29 2028-02-29'],
  ['freq=weekly;byday=mo', '2026-09-01', '2026-09-10', '2026-09-07'],
]

describe('recur', () => {
  it.each([...RFC_5545, ...OURS])('%s from %s to %s', (rule, start, end, dates) => {
    expect(datesOf(rule, start, end)).toEqual(spelledOut(dates))
  })

  it.each([
    'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30',
    'FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30;COUNT=1000000000',
    'FREQ=DAILY;COUNT=1000000000',
    'FREQ=DAILY;INTERVAL=1000000000',
    'FREQ=MONTHLY;INTERVAL=9007199254740991',
    'FREQ=YEARLY;INTERVAL=1000000000;BYDAY=53MO',
    'FREQ=WEEKLY;BYDAY=MO;BYSETPOS=5',
    'FREQ=YEARLY;BYYEARDAY=366;BYMONTHDAY=1',
  ])('ends for %s, though asked for the end of time', (text) => {
    const rule = ruleOf(text)
    const taken: Day[] = []
    for (const day of recur(rule, dayOf(1, 1, 1), dayOf(9999, 1, 1), dayOf(9999, 12, 31))) taken.push(day)
    expect(taken.length).toBeLessThanOrEqual(365)
  })

  const places = (limit: number) => Array.from({ length: 20_000 }, (_, i) => (i % limit) + 1).join()
  const everyDay = 'BYDAY=MO,TU,WE,TH,FR,SA,SU'

  it.each([
    ['every place of a year', `FREQ=YEARLY;${everyDay};BYSETPOS=${places(366)};COUNT=1000000000`],
    ['every place of a month', `FREQ=MONTHLY;${everyDay};BYSETPOS=${places(366)};COUNT=1000000000`],
    ['a long list of days of the year', `FREQ=YEARLY;BYYEARDAY=${places(366)};COUNT=1000000000`],
    ['a long list of days of the month', `FREQ=DAILY;BYMONTHDAY=${places(31)};COUNT=1000000000`],
  ])('costs no more for %s', { timeout: 5000 }, (_, text) => {
    const rule = ruleOf(text)
    expect([...recur(rule, dayOf(1, 1, 1), dayOf(2026, 1, 1), dayOf(2027, 1, 1))]).toHaveLength(365)
  })

  it('gives the same dates whatever it may leave out before the range', () => {
    fc.assert(
      fc.property(anyRule, anyStart, fc.nat(900), (text, start, skip) => {
        const all = [...recur(ruleOf(text), start, start, start + 1000)]
        expect([...recur(ruleOf(text), start, start + skip, start + 1000)]).toEqual(
          all.filter((day) => day >= start + skip),
        )
      }),
      { numRuns: 300 },
    )
  })

  // What the library gets wrong: in YEARLY rules BYDAY beside BYMONTHDAY or BYYEARDAY adds dates that it should limit,
  // BYMONTHDAY beside BYYEARDAY is not looked at, and plain weekdays in a list with a numbered one are dropped. See
  // docs/decisions/recurrence.md; the examples above say what is right.
  it('agrees with rrule-temporal on every rule that the library gets right', () => {
    fc.assert(
      fc.property(anyRule, anyStart, (text, start) => {
        fc.pre(isLibraryRight(text))
        expect(written([...recur(ruleOf(text), start, start, start + 1000)])).toEqual(
          byLibrary(text, start, start + 1000),
        )
      }),
      { numRuns: 300 },
    )
  })
})

describe('parseRule', () => {
  it.each([
    ['', 'bad-rule'],
    ['FREQ=HOURLY', 'rule-sub-daily'],
    ['FREQ=SOMETIMES', 'bad-rule'],
    ['BYDAY=MO', 'bad-rule'],
    ['FREQ=DAILY;BYHOUR=9', 'rule-time-of-day'],
    ['FREQ=DAILY;BYMINUTE=0', 'rule-time-of-day'],
    ['FREQ=DAILY;BYSECOND=0', 'rule-time-of-day'],
    ['FREQ=YEARLY;BYWEEKNO=20', 'rule-week-number'],
    ['FREQ=DAILY;COUNT=2;UNTIL=20260101', 'count-with-until'],
    ['FREQ=DAILY;COUNT=0', 'bad-rule'],
    ['FREQ=DAILY;COUNT=2.5', 'bad-rule'],
    ['FREQ=DAILY;COUNT=1,2', 'bad-rule'],
    ['FREQ=DAILY;INTERVAL=-1', 'bad-rule'],
    ['FREQ=DAILY;INTERVAL=', 'bad-rule'],
    ['FREQ=DAILY;FREQ=DAILY', 'bad-rule'],
    ['FREQ=DAILY;UNTIL=20260230', 'bad-rule'],
    ['FREQ=DAILY;UNTIL=2026-02-03', 'bad-rule'],
    ['FREQ=DAILY;RSCALE=CHINESE', 'bad-rule'],
    ['FREQ=WEEKLY;BYDAY=1MO', 'bad-rule'],
    ['FREQ=DAILY;BYDAY=-1MO', 'bad-rule'],
    ['FREQ=WEEKLY;BYMONTHDAY=1', 'bad-rule'],
    ['FREQ=MONTHLY;BYYEARDAY=1', 'bad-rule'],
    ['FREQ=MONTHLY;BYMONTHDAY=32', 'bad-rule'],
    ['FREQ=MONTHLY;BYMONTHDAY=0', 'bad-rule'],
    ['FREQ=MONTHLY;BYDAY=0MO', 'bad-rule'],
    ['FREQ=MONTHLY;BYDAY=XX', 'bad-rule'],
    ['FREQ=MONTHLY;BYMONTH=13', 'bad-rule'],
    ['FREQ=MONTHLY;BYSETPOS=1', 'bad-rule'],
    ['FREQ=MONTHLY;WKST=8', 'bad-rule'],
    ['RRULE:FREQ=DAILY', 'bad-rule'],
  ])('%s is refused as %s', (text, code) => {
    expect(parseRule(text).faults.map((fault) => fault.code)).toContain(code)
  })

  it('reports every fault', () => {
    const { faults } = parseRule('FREQ=HOURLY;BYHOUR=1;BYWEEKNO=2;COUNT=1;UNTIL=20260101')
    expect(faults.map(({ code }) => code)).toEqual([
      'rule-time-of-day',
      'rule-week-number',
      'rule-sub-daily',
      'count-with-until',
    ])
  })
})

const weekday = fc.constantFrom('MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU')
const frequency = fc.constantFrom('DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY')
const anyStart = fc.integer({ min: dayOf(2019, 1, 1), max: dayOf(2029, 1, 1) })

const anyRule = fc
  .record({
    freq: frequency,
    interval: fc.integer({ min: 1, max: 4 }),
    count: fc.option(fc.integer({ min: 1, max: 20 })),
    weekStart: weekday,
    months: fc.option(fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 3 })),
    monthDays: fc.option(fc.array(place(31), { minLength: 1, maxLength: 3 })),
    yearDays: fc.option(fc.array(place(366), { minLength: 1, maxLength: 3 })),
    weekdays: fc.option(
      fc.array(fc.tuple(fc.constantFrom('', '1', '2', '-1', '5'), weekday), { minLength: 1, maxLength: 3 }),
    ),
    position: fc.option(fc.constantFrom(1, 2, -1, -2)),
  })
  .map(({ freq, interval, count, weekStart, months, monthDays, yearDays, weekdays, position }) => {
    const numbered = freq === 'MONTHLY' || freq === 'YEARLY'
    const parts = [
      ...(months ? [`BYMONTH=${months}`] : []),
      ...(monthDays && freq !== 'WEEKLY' ? [`BYMONTHDAY=${monthDays}`] : []),
      ...(yearDays && freq === 'YEARLY' ? [`BYYEARDAY=${yearDays}`] : []),
      ...(weekdays ? [`BYDAY=${weekdays.map(([nth, day]) => (numbered ? nth : '') + day)}`] : []),
    ]
    const position_ = position && parts.length > 0 ? [`BYSETPOS=${position}`] : []
    const head = [
      `FREQ=${freq}`,
      `INTERVAL=${interval}`,
      `WKST=${weekStart}`,
      ...(count ? [`COUNT=${count}`] : []),
    ]
    return [...head, ...parts, ...position_].join(';')
  })

function place(max: number) {
  return fc.integer({ min: -max, max }).filter((value) => value !== 0)
}

function ruleOf(text: string): Rule {
  const { rule, faults } = parseRule(text)
  if (!rule) throw new Error(JSON.stringify(faults))
  return rule
}

function datesOf(text: string, start: string, end: string): string[] {
  return written([...recur(ruleOf(text), dayFrom(start), dayFrom(start), dayFrom(end))])
}

function dayFrom(date: string): Day {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
  return dayOf(year, month, day)
}

function written(days: Day[]): string[] {
  return days.map((number) => {
    const { year, month, day } = civilOf(number)
    return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  })
}

function spelledOut(dates: string): string[] {
  let year = ''
  return dates.split(' ').map((date) => {
    if (date.length > 5) year = date.slice(0, 4)
    return date.length > 5 ? date : `${year}-${date}`
  })
}

function isLibraryRight(text: string): boolean {
  if (!text.includes('FREQ=YEARLY')) return true
  const parts = ['BYMONTHDAY', 'BYYEARDAY', 'BYDAY'].filter((name) => text.includes(`;${name}=`))
  return parts.length <= 1 && !/;BYDAY=[^;]*\d/.test(text)
}

function byLibrary(text: string, start: Day, end: Day): string[] {
  const [first = ''] = written([start])
  const rule = new RRuleTemporal({
    rruleString: `DTSTART:${first.replaceAll('-', '')}T000000Z\nRRULE:${text}`,
  })
  const [from, to] = [new Date(start * 86_400_000), new Date(end * 86_400_000 - 1)]
  return rule.between(from, to, true).map((date) => date.toString().slice(0, 10))
}
