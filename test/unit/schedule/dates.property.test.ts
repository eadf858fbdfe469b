import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatTimeline, resolve } from '../../../src/schedule'
import { lanesInput } from '../../factories/problem'
import { runs } from '../../factories/runs'
import { parsed } from './lines'
import { dayOf, naiveDates } from './oracle/rule'
import { anyRule } from './oracle/rules'

const WEEKDAYS = ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su']
const DAY = 86_400_000

/** A date of 2026, as text. */
const date = fc.nat(364).map((days) => plus('2026-01-01', days))
const weekdays = fc.option(fc.uniqueArray(fc.constantFrom(...WEEKDAYS), { minLength: 1, maxLength: 6 }))

const anySchedule = fc
  .record({
    start: fc.option(
      fc.integer({ min: -2000, max: 300 }).map((days) => plus('2026-01-01', days)),
      { freq: 5 },
    ),
    rule: fc.option(anyRule, { freq: 4 }),
    exdates: fc.array(date, { maxLength: 40 }),
    rdates: fc.array(date, { maxLength: 40 }),
    dayTypes: fc.constantFrom<string[] | null>(null, null, ['workday'], ['dayoff']),
    days: fc.tuple(weekdays, weekdays),
    holidays: fc.array(date, { maxLength: 20 }),
    workdays: fc.array(date, { maxLength: 20 }),
  })
  .map(({ workdays, ...fields }) => ({
    ...fields,
    rule: fields.start ? fields.rule : null,
    workdays: workdays.filter((each) => !fields.holidays.includes(each)),
  }))

type Schedule = typeof anySchedule extends fc.Arbitrary<infer T> ? T : never

// Two dayparts of two hours, and four contents of an hour and a half: no cycle fits, so each date has its turn.
const TIMES = [
  { from: '08:00', to: '10:00' },
  { from: '12:00', to: '14:00' },
]

describe('the dates of a schedule', { timeout: 60_000 }, () => {
  it('and the entry whose turn it is on each are what counting date by date gives', () => {
    fc.assert(
      fc.property(anySchedule, fc.integer({ min: 0, max: 340 }), (schedule, skip) => {
        const from = plus('2026-01-01', skip)
        const to = plus(from, 25)
        expect(played(schedule, from, to)).toEqual(counted(schedule, from, to))
      }),
      runs(300),
    )
  })
})

/** When each daypart plays, and what it starts with, by the core. */
function played({ rule, days, holidays, workdays, ...fields }: Schedule, from: string, to: string): string[] {
  const lane = {
    id: 's',
    seconds: [5400, 5401, 5402, 5403],
    ...fields,
    start: fields.start && `${fields.start}T00:00`,
    rrule: rule,
    dayparts: TIMES.map((time, i) => ({ ...time, days: days[i] })),
  }
  const range = { from: `${from}T00:00:00+08:00`, to: `${to}T00:00:00+08:00` }
  const input = lanesInput([lane], { ...range, calendar: { holidays, workdays } })
  const { segments } = formatTimeline(resolve(parsed(input))) as {
    segments: { from: string; level: string; loop: { content: string }[] }[]
  }
  return segments
    .filter(({ level }) => level === 'normal')
    .map((segment) => `${segment.from.slice(0, 16)} ${segment.loop[0]?.content}`)
}

/** The same by going through every date since the start, or since 1970. */
function counted(schedule: Schedule, from: string, to: string): string[] {
  const origin = schedule.start ?? '1970-01-01'
  const ruled = new Set(schedule.rule ? naiveDates(schedule.rule, origin, to) : [])
  const lines: string[] = []
  let turn = 0
  for (let day = origin < from ? origin : from; day < to; day = plus(day, 1)) {
    if (day < origin || !isPicked(schedule, day, ruled)) continue
    const times = TIMES.filter((_, i) => schedule.days[i]?.includes(weekdayOf(day)) ?? true)
    if (times.length === 0) continue
    if (day >= from) lines.push(...times.map((time) => `${day}T${time.from} s-${turn % 4}`))
    turn += 1
  }
  return lines
}

function isPicked(schedule: Schedule, day: string, ruled: Set<string>): boolean {
  const { rule, exdates, rdates, dayTypes, holidays, workdays } = schedule
  if (!(rule === null || ruled.has(day) || rdates.includes(day)) || exdates.includes(day)) return false
  const plain = ['sa', 'su'].includes(weekdayOf(day)) ? 'dayoff' : 'workday'
  const type = workdays.includes(day) ? 'workday' : holidays.includes(day) ? 'dayoff' : plain
  return dayTypes?.includes(type) ?? true
}

function weekdayOf(day: string): string {
  return WEEKDAYS[dayOf(day).weekday - 1] as string
}

function plus(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10)
}
