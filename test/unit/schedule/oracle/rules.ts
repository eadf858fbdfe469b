import fc from 'fast-check'

// Arbitrary rules within what docs/scheduling.md takes.

const CODES = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']
const weekday = fc.constantFrom(...CODES)

export const anyRule = fc
  .record({
    freq: fc.constantFrom('DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'),
    interval: fc.integer({ min: 1, max: 4 }),
    end: fc.option(
      fc.oneof(
        fc.integer({ min: 1, max: 20 }).map((count) => `COUNT=${count}`),
        fc.integer({ min: 20190101, max: 20310101 }).map((date) => `UNTIL=${realDate(date)}`),
        fc.integer({ min: 20190101, max: 20310101 }).map((date) => `UNTIL=${realDate(date)}T120000Z`),
      ),
    ),
    weekStart: weekday,
    months: fc.option(fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 3 })),
    monthDays: fc.option(fc.array(place(31), { minLength: 1, maxLength: 3 })),
    yearDays: fc.option(fc.array(place(366), { minLength: 1, maxLength: 3 })),
    weekdays: fc.option(
      fc.array(fc.tuple(fc.constantFrom('', '1', '2', '-1', '5', '-5'), weekday), {
        minLength: 1,
        maxLength: 3,
      }),
    ),
    positions: fc.option(fc.array(fc.constantFrom(1, 2, -1, -2, 3), { minLength: 1, maxLength: 2 })),
  })
  .map(({ freq, interval, end, weekStart, months, monthDays, yearDays, weekdays, positions }) => {
    const numbered = freq === 'MONTHLY' || freq === 'YEARLY'
    const parts = [
      ...(months ? [`BYMONTH=${months}`] : []),
      ...(monthDays && freq !== 'WEEKLY' ? [`BYMONTHDAY=${monthDays}`] : []),
      ...(yearDays && freq === 'YEARLY' ? [`BYYEARDAY=${yearDays}`] : []),
      ...(weekdays ? [`BYDAY=${weekdays.map(([nth, day]) => (numbered ? nth : '') + day)}`] : []),
    ]
    return [
      `FREQ=${freq}`,
      `INTERVAL=${interval}`,
      `WKST=${weekStart}`,
      ...(end ? [end] : []),
      ...parts,
      ...(positions && parts.length > 0 ? [`BYSETPOS=${positions}`] : []),
    ].join(';')
  })

/** Rules that pick a good part of the days around a `start` that is at most a month before them. */
export const anyDenseRule = fc.oneof(
  fc.integer({ min: 1, max: 3 }).map((interval) => `FREQ=DAILY;INTERVAL=${interval}`),
  fc.integer({ min: 1, max: 32 }).map((count) => `FREQ=DAILY;COUNT=${count}`),
  fc
    .tuple(
      fc.integer({ min: 1, max: 2 }),
      weekday,
      fc.uniqueArray(weekday, { minLength: 2, maxLength: 6 }),
      fc.constantFrom('', ';BYSETPOS=2', ';BYSETPOS=1,-1', ';COUNT=9'),
    )
    .map(([interval, weekStart, days, rest]) => {
      return `FREQ=WEEKLY;INTERVAL=${interval};WKST=${weekStart};BYDAY=${days}${rest}`
    }),
  fc
    .tuple(
      fc.integer({ min: 1, max: 2 }),
      fc.constantFrom(
        'BYMONTHDAY=1,2,3,4,5,6,-1,-2,-3,12,13,28,29,30',
        'BYDAY=SU,MO,1SA,-1FR,TH',
        'BYDAY=MO,TU,WE,TH,FR,SA,SU;BYSETPOS=1,-1,2,-2',
      ),
    )
    .map(([interval, parts]) => `FREQ=MONTHLY;INTERVAL=${interval};${parts}`),
  fc.constantFrom(
    'FREQ=YEARLY;BYDAY=SU,SA,1TH,-1FR,10MO',
    'FREQ=YEARLY;BYMONTH=2,3,4,10,11,12;BYDAY=SU,MO,1SA,2SA',
    'FREQ=YEARLY;BYMONTHDAY=1,4,5,7,8,29,30',
    'FREQ=YEARLY;BYYEARDAY=-2,-1,1,66,67,68,93,94,95,304,305,306',
  ),
)

function place(max: number) {
  return fc.integer({ min: -max, max }).filter((value) => value !== 0)
}

/** The nearest real date of a number that reads YYYYMMDD. */
function realDate(number: number): string {
  const date = new Date(
    Date.UTC(Math.floor(number / 10_000), Math.floor(number / 100) % 12, (number % 28) + 1),
  )
  return date.toISOString().slice(0, 10).replaceAll('-', '')
}
