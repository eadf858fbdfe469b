import { parseProblem, resolve } from '../../src/schedule'

const SCHEDULES = 50
const BAR_MS = 15
const WARM_UP = 30
const RUNS = 101

/** The timeline of one display, 50 schedules, 7 days: the median of one process, after warm-up. */
export async function run() {
  const parsed = parseProblem(weekOfSchedules())
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults))
  const times: number[] = []
  for (let i = 0; i < WARM_UP + RUNS; i += 1) {
    const start = performance.now()
    resolve(parsed.problem)
    if (i >= WARM_UP) times.push(performance.now() - start)
  }
  times.sort((a, b) => a - b)
  const value = Number((times[Math.floor(RUNS / 2)] as number).toFixed(2))
  const ratio = Number((value / BAR_MS).toFixed(3))
  return { bench: 'timeline', value, unit: 'ms', baseline: null, ratio, bar: BAR_MS, ok: value <= BAR_MS }
}

/** Playlists of five, weekday and evening dayparts, rules, bookings, takeovers, validity: a busy district's screen. */
function weekOfSchedules(): object {
  const numbers = Array.from({ length: SCHEDULES }, (_, i) => i)
  return {
    version: 1,
    from: '2026-09-28T00:00:00+08:00',
    to: '2026-10-05T00:00:00+08:00',
    display: {
      id: 'led-01',
      timezone: 'Asia/Shanghai',
      groups: ['district-led'],
      tags: ['led'],
      operatingHours: [{ from: '06:00', to: '22:30' }],
      quietHours: [{ from: '21:00', to: '08:00' }],
      filler: 'pl-0',
    },
    contents: numbers.flatMap((i) =>
      [0, 1, 2, 3, 4].map((j) => ({
        id: `c-${i}-${j}`,
        seconds: [15, 10, 30, 12.5, 60][(i + j) % 5],
        validUntil: i % 7 === 0 && j === 0 ? '2026-10-02T12:00:00+08:00' : null,
      })),
    ),
    playlists: numbers.map((i) => ({
      id: `pl-${i}`,
      entries: [0, 1, 2, 3, 4].map((j) => ({ content: `c-${i}-${j}` })),
    })),
    calendar: { holidays: ['2026-10-01', '2026-10-02'], workdays: ['2026-10-04'] },
    schedules: numbers.map((i) => ({
      id: `s-${i}`,
      playlist: `pl-${i}`,
      targets: i % 2 ? { groups: ['district-led'] } : { all: true },
      level: i === 49 ? 'emergency' : i % 24 === 23 ? 'takeover' : i % 10 === 9 ? 'filler' : 'normal',
      priority: i % 3,
      weight: 1 + (i % 4),
      playsPerHour: i % 6 === 5 && i % 24 !== 23 && i !== 49 ? 4 : null,
      start: '2026-01-01T00:00',
      rrule: ['FREQ=DAILY', 'FREQ=WEEKLY;BYDAY=MO,WE,FR', null, 'FREQ=MONTHLY;BYDAY=1TH,-1MO'][i % 4],
      dayTypes: i % 5 === 0 ? ['workday'] : null,
      dayparts:
        i === 49 || i % 24 === 23
          ? [{ from: '12:00', to: '12:10' }]
          : [
              { from: `${String(6 + (i % 8)).padStart(2, '0')}:30`, to: `${10 + (i % 6)}:00` },
              { from: '18:00', to: `${19 + (i % 4)}:15` },
            ],
    })),
  }
}
