import { type ProblemInput, problemInput } from '../../factories/problem'

// Problems that a clumsy or a hostile hand can write, all within the contract: long ranges, long lists, rules that pick
// nothing or never end, tiny and huge numbers.

const LONG = { from: '2026-10-01T00:00:00+08:00', to: '2027-11-05T00:00:00+08:00' }
const LATE = { from: '9998-10-01T00:00:00+08:00', to: '9999-11-01T00:00:00+08:00' }
const DATES = numbers(400).map((i) =>
  new Date(Date.UTC(2026, 9, 1) + i * 86_400_000).toISOString().slice(0, 10),
)

export const HOSTILE: [name: string, problem: () => ProblemInput][] = [
  ['a date that never is', () => ruled('FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30')],
  [
    'a date that never is, counted through all years',
    () => ruled('FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30;COUNT=1000000000', '0001-01-01T00:00', LATE),
  ],
  ['a count of 1e9 through all years', () => ruled('FREQ=DAILY;COUNT=1000000000', '0001-01-01T00:00', LATE)],
  ['an interval of 1e9', () => ruled('FREQ=DAILY;INTERVAL=1000000000')],
  ['an interval of 2^53 - 1', () => ruled('FREQ=MONTHLY;INTERVAL=9007199254740991')],
  ['a week that never has a fifth Monday', () => ruled('FREQ=WEEKLY;BYDAY=MO;BYSETPOS=5;COUNT=1000000000')],
  [
    'every place of every year since the first',
    () =>
      ruled(
        `FREQ=YEARLY;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYSETPOS=${numbers(366, 1)};COUNT=1000000000`,
        '0001-01-01T00:00',
      ),
  ],
  [
    'a rule of a megabyte',
    () => ruled(`FREQ=YEARLY;BYYEARDAY=${numbers(260_000).map((i) => (i % 366) + 1)}`),
  ],
  [
    'the turn of a long playlist in a rule through all years',
    () => ({
      ...ruled('FREQ=DAILY;COUNT=1000000000', '0001-01-01T00:00', LATE),
      contents: [{ id: 'c', seconds: 80_000 }],
      playlists: [{ id: 'p', entries: [{ content: 'c' }, { content: 'c' }] }],
    }),
  ],
  [
    'a daypart for each minute',
    () => alone({ dayparts: numbers(1439).map((i) => ({ from: clock(i * 60), to: clock(i * 60 + 60) })) }),
  ],
  [
    'a daypart for each day of a year, every day',
    () => alone({ dayparts: numbers(365).map((i) => ({ from: clock(i * 236), to: clock(i * 236 + 118) })) }),
  ],
  [
    'fifty long lists of exdates',
    () =>
      shared(
        numbers(50).map(() => ({ exdates: DATES })),
        [{ id: 'c', seconds: 15 }],
      ),
  ],
  ['100,000 exdates', () => alone({ exdates: numbers(100_000).map((i) => DATES[i % 400]) })],
  ['contents of a tenth of a second', () => alone({}, [{ id: 'c', seconds: 0.1 }])],
  [
    'fifty shares of a tenth of a second',
    () =>
      shared(
        numbers(50).map((i) => ({ weight: i + 1 })),
        [{ id: 'c', seconds: 0.1 }],
      ),
  ],
  [
    'fifty bookings of 240 an hour',
    () =>
      shared(
        [...numbers(50).map(() => ({ playsPerHour: 240 })), {}],
        numbers(51).map((i) => ({ id: `c-${i}`, seconds: 15 })),
      ),
  ],
  ['a playlist of 10,000 entries', () => alone({}, tenThousand(), { to: '2026-10-08T00:00:00+08:00' })],
  [
    'weights of 1e-9 and 1e9',
    () =>
      shared(
        [{ weight: 1e-9 }, { weight: 1e9 }],
        [
          { id: 'c-0', seconds: 15 },
          { id: 'c-1', seconds: 10 },
        ],
      ),
  ],
  [
    'the least and the greatest weight there is',
    () =>
      shared(
        [{ weight: Number.MIN_VALUE }, { weight: Number.MAX_VALUE }],
        [
          { id: 'c-0', seconds: 15 },
          { id: 'c-1', seconds: 10 },
        ],
      ),
  ],
  [
    'twenty shares of no common measure, half of them booked',
    () =>
      shared(
        numbers(20).map((i) => ({ weight: 1 + i * 0.37, playsPerHour: i % 2 ? 1 + (i % 3) : null })),
        numbers(20).map((i) => ({ id: `c-${i}`, seconds: (7000 + i * 3001) / 1000 })),
      ),
  ],
]

function numbers(count: number, first = 0): number[] {
  return Array.from({ length: count }, (_, i) => first + i)
}

function clock(seconds: number): string {
  return seconds === 86_400 ? '24:00' : new Date(seconds * 1000).toISOString().slice(11, 19)
}

function tenThousand() {
  return numbers(10_000).map((i) => ({ id: `c-${i}`, seconds: 5 + (i % 20) }))
}

type Content = { id: string; seconds: number }

/** One schedule with a playlist of all contents. */
function alone(
  fields: object,
  contents: Content[] = [{ id: 'c', seconds: 15 }],
  range: Partial<ProblemInput> = {},
): ProblemInput {
  return problemInput({
    ...LONG,
    ...range,
    contents,
    playlists: [{ id: 'p', entries: contents.map(({ id }) => ({ content: id })) }],
    schedules: [{ id: 's', playlist: 'p', targets: { all: true }, level: 'normal', ...fields }],
  })
}

function ruled(rrule: string, start = '2026-01-01T00:00', range: Partial<ProblemInput> = {}): ProblemInput {
  return alone({ rrule, start }, undefined, range)
}

/** Schedules that tie, each with a content of its own, or all with the one there is. */
function shared(schedules: object[], contents: Content[]): ProblemInput {
  return problemInput({
    ...LONG,
    contents,
    playlists: contents.map(({ id }) => ({ id: `p-${id}`, entries: [{ content: id }] })),
    schedules: schedules.map((fields, i) => ({
      id: `s-${i}`,
      playlist: `p-${contents[i % contents.length]?.id}`,
      targets: { all: true },
      level: 'normal',
      ...fields,
    })),
  })
}
