import { describe, expect, it } from 'vitest'
import { resolve } from '../../../src/schedule'
import { readInstant } from '../../../src/schedule/texts'
import { type LaneInput, lanesInput } from '../../factories/problem'
import { parsed, segmentLines } from './lines'

const at = (instant: string) => readInstant(instant) as number

describe('segments', () => {
  it('go on past midnight for a daypart of a picked Friday, and not for one of an unpicked Saturday', () => {
    const show = {
      start: '2026-09-01T00:00',
      rrule: 'FREQ=WEEKLY;BYDAY=FR',
      dayparts: [{ from: '22:00', to: '02:00' }],
    }
    const week = { from: '2026-10-02T12:00:00+08:00', to: '2026-10-04T12:00:00+08:00' }
    expect(segmentLines(lanesInput([{ id: 's', seconds: [60], ...show }], week))).toEqual([
      '2026-10-02 12:00:00 to 22:00:00  standby since 00:00:00',
      '2026-10-02 22:00:00 to 2026-10-03 00:00:00  normal: s-0 60',
      '2026-10-03 00:00:00 to 02:00:00  normal: s-0 60',
      '2026-10-03 02:00:00 to 2026-10-04 00:00:00  standby',
      '2026-10-04 00:00:00 to 12:00:00  standby',
    ])
  })

  it('follow the working calendar', () => {
    const range = { from: '2026-10-01T00:00:00+08:00', to: '2026-10-04T00:00:00+08:00' }
    const calendar = { holidays: ['2026-10-01'], workdays: ['2026-10-03'] }
    const lanes = [
      { id: 'w', seconds: [10], dayTypes: ['workday'] },
      { id: 'o', seconds: [20], dayTypes: ['dayoff'] },
    ]
    expect(segmentLines(lanesInput(lanes, { ...range, calendar }))).toEqual([
      '2026-10-01 00:00:00 to 2026-10-02 00:00:00  normal: o-0 20',
      '2026-10-02 00:00:00 to 2026-10-03 00:00:00  normal: w-0 10',
      '2026-10-03 00:00:00 to 2026-10-04 00:00:00  normal: w-0 10',
    ])
  })

  it('merge dayparts that touch, and take rdates and no exdates', () => {
    const fields = {
      start: '2026-10-01T00:00',
      rrule: 'FREQ=DAILY;COUNT=1',
      rdates: ['2026-10-02', '2026-10-03'],
      exdates: ['2026-10-03'],
      dayparts: [
        { from: '08:00', to: '09:00' },
        { from: '09:00', to: '10:00' },
      ],
    }
    const range = { to: '2026-10-04T00:00:00+08:00' }
    const lines = segmentLines(lanesInput([{ id: 's', seconds: [60], ...fields }], range))
    expect(lines.filter((line) => line.includes('normal'))).toEqual([
      '2026-10-01 08:00:00 to 10:00:00  normal: s-0 60',
      '2026-10-02 08:00:00 to 10:00:00  normal: s-0 60',
    ])
  })

  it('light a dark screen for an emergency, unmuted, unless that is switched off', () => {
    const lanes = [{ id: 'e', seconds: [30], level: 'emergency', dayparts: [{ from: '05:00', to: '07:00' }] }]
    const hours = {
      operatingHours: [{ from: '06:00', to: '22:00' }],
      quietHours: [{ from: '00:00', to: '24:00' }],
    }
    const range = { from: '2026-10-01T04:00:00+08:00', to: '2026-10-01T08:00:00+08:00' }
    expect(segmentLines(lanesInput(lanes, { ...range, display: hours }))).toEqual([
      '2026-10-01 04:00:00 to 05:00:00  off since 00:00:00',
      '2026-10-01 05:00:00 to 07:00:00  emergency: e-0 30',
      '2026-10-01 07:00:00 to 08:00:00  standby',
    ])
    const dark = { ...hours, emergencyOutsideHours: false }
    expect(segmentLines(lanesInput(lanes, { ...range, display: dark }))).toEqual([
      '2026-10-01 04:00:00 to 06:00:00  off since 00:00:00',
      '2026-10-01 06:00:00 to 07:00:00  emergency: e-0 30',
      '2026-10-01 07:00:00 to 08:00:00  standby',
    ])
  })

  it('end with the validity of a content, and cut it there', () => {
    const input = lanesInput([{ id: 's', seconds: [40, 50] }], { to: '2026-10-01T02:00:00+08:00' })
    input.contents[0] = { ...input.contents[0], validUntil: '2026-10-01T01:00:10+08:00' }
    expect(segmentLines(input)).toEqual([
      '2026-10-01 00:00:00 to 01:00:10  normal: s-0 40, s-1 50',
      '2026-10-01 01:00:10 to 02:00:00  normal: s-1 50',
    ])
  })

  it.each<[string, Partial<LaneInput>, Partial<LaneInput>, string]>([
    ['stays where a play ends', { seconds: [48] }, {}, '01:00:00'],
    ['waits 30 s for the play in progress', { seconds: [55] }, {}, '01:00:30'],
    ['waits 21 s', { seconds: [71] }, {}, '01:00:21'],
    ['does not wait 30.5 s', { seconds: [72.61] }, {}, '01:00:00'],
    ['does not wait for a play of a minute', { seconds: [61] }, {}, '01:00:00'],
    [
      'does not wait past the next boundary',
      { seconds: [55] },
      { dayparts: [{ from: '01:00', to: '01:00:30' }] },
      '01:00:00',
    ],
    [
      'waits before the next boundary',
      { seconds: [55] },
      { dayparts: [{ from: '01:00', to: '01:00:31' }] },
      '01:00:30',
    ],
    ['does not wait for a takeover to come', { seconds: [55] }, { level: 'takeover' }, '01:00:00'],
    ['does not wait after a takeover', { seconds: [55], level: 'takeover' }, {}, '01:00:00'],
  ])('%s', (_, before, after, moved) => {
    const lanes = [
      { id: 'a', seconds: [50], dayparts: [{ from: '00:00', to: '01:00' }], ...before },
      { id: 'b', seconds: [60], dayparts: [{ from: '01:00', to: '02:00' }], ...after },
    ]
    const { segments } = resolve(parsed(lanesInput(lanes)))
    expect(segments[1]?.from).toBe(at(`2026-10-01T${moved}+08:00`))
    expect(segments[1]?.anchor).toBe(segments[1]?.from)
  })

  it('does not wait where the sound changes', () => {
    const lanes = [
      { id: 'a', seconds: [55], dayparts: [{ from: '00:00', to: '01:00' }] },
      { id: 'b', seconds: [60], dayparts: [{ from: '01:00', to: '02:00' }] },
    ]
    const display = { quietHours: [{ from: '01:00', to: '01:30' }] }
    expect(segmentLines(lanesInput(lanes, { to: '2026-10-01T02:00:00+08:00', display }))).toEqual([
      '2026-10-01 00:00:00 to 01:00:00  normal: a-0 55',
      '2026-10-01 01:00:00 to 01:30:00  normal muted: b-0 60',
      '2026-10-01 01:30:00 to 02:00:00  normal since 01:00:00: b-0 60',
    ])
  })

  it('give every entry of a long playlist its turn, day by day', () => {
    const lane = {
      id: 's',
      seconds: [1000, 1001, 1002],
      dayparts: [{ days: ['mo', 'we', 'fr'], from: '12:00', to: '12:30' }],
    }
    const range = { from: '2026-10-05T00:00:00+08:00', to: '2026-10-13T00:00:00+08:00' }
    const firsts = (fields: object) =>
      resolve(parsed(lanesInput([{ ...lane, ...fields }], range)))
        .segments.filter(({ level }) => level === 'normal')
        .map(({ loop }) => loop.map(({ content }) => content).join(' '))
    const orders = ['s-0 s-1 s-2', 's-1 s-2 s-0', 's-2 s-0 s-1']
    // From Monday the 5th: it is the first, and the exdate does not count.
    expect(firsts({ start: '2026-10-05T00:00', exdates: ['2026-10-07'] })).toEqual([
      orders[0],
      orders[1],
      orders[2],
    ])
    expect(firsts({ start: '2026-10-05T00:00', rrule: 'FREQ=DAILY' })).toEqual(
      [0, 1, 2, 0].map((k) => orders[k]),
    )
    // Without a start from 1970-01-01, a Thursday: Fridays first, and 2962 weeks of three later Monday the 5th.
    const monday = (2962 * 3 + 1) % 3
    expect(firsts({})[0]).toBe(orders[monday])
  })
})

describe('a segment too short for whole cycles', () => {
  it('gives each entry its turn, day by day, also where the cycle has room at its own share but not beside others', () => {
    // a's cycle of 157 s is within its ten elevenths of three minutes, and leaves b no room.
    const time = { dayparts: [{ from: '00:00', to: '00:03' }], start: '2026-10-01T00:00' }
    const lanes = [
      { id: 'a', seconds: [10, 10, 15, 106.9, 15], weight: 10, ...time },
      { id: 'b', seconds: [61], ...time },
    ]
    const days = [1, 2, 3, 4, 5].map((day) => {
      const range = { from: `2026-10-0${day}T00:00:00+08:00`, to: `2026-10-0${day}T00:03:00+08:00` }
      return resolve(parsed(lanesInput(lanes, range))).segments[0]?.loop ?? []
    })
    const firsts = days.map((loop) => loop.find(({ schedule }) => schedule === 'a')?.content)
    expect(firsts).toEqual(['a-0', 'a-1', 'a-2', 'a-3', 'a-4'])
    expect(days.every((loop) => loop.some(({ schedule }) => schedule === 'b'))).toBe(true)
  })
})

describe('bookings', () => {
  it('are filled beside by the next ranks until something unbooked fills', () => {
    const lanes = [
      { id: 'a', seconds: [15], playsPerHour: 6 },
      { id: 'b', seconds: [15], playsPerHour: 4, priority: -1 },
      { id: 'c', seconds: [20], level: 'filler' },
      { id: 'd', seconds: [20], level: 'filler', priority: -1 },
    ]
    const [segment] = resolve(parsed(lanesInput(lanes))).segments
    expect(segment?.level).toBe('normal')
    expect(segment?.schedules).toEqual(['a', 'b', 'c'])
    const plays = (id: string) => segment?.loop.filter(({ schedule }) => schedule === id).length
    expect([plays('a'), plays('b')]).toEqual([6, 4])
  })

  it('alone are exactly their playlist', () => {
    const lane = {
      id: 'a',
      seconds: [10, 20, 30],
      playsPerHour: 2,
      dayparts: [{ from: '00:00', to: '00:30' }],
    }
    expect(segmentLines(lanesInput([lane], { to: '2026-10-01T00:30:00+08:00' }))).toEqual([
      '2026-10-01 00:00:00 to 00:30:00  normal: a-0 10, a-1 20, a-2 30',
    ])
  })

  it.each([2, 5, 8, 119])(
    'alone at %i an hour start with the first entry where the cycle just fits',
    (playsPerHour) => {
      const lane = {
        id: 'a',
        seconds: [10, 7, 12],
        playsPerHour,
        dayparts: [{ from: '00:00', to: '00:00:29' }],
      }
      const range = { from: '2026-10-02T00:00:00+08:00', to: '2026-10-02T00:00:29+08:00' }
      expect(segmentLines(lanesInput([lane], range))).toEqual([
        '2026-10-02 00:00:00 to 00:00:29  normal: a-0 10, a-1 7, a-2 12',
      ])
    },
  )

  it('repeat back to back where nothing fills', () => {
    const lanes = [
      { id: 'a', seconds: [10], playsPerHour: 6 },
      { id: 'b', seconds: [10], playsPerHour: 3 },
    ]
    const [segment] = resolve(parsed(lanesInput(lanes))).segments
    const count = (id: string) => segment?.loop.filter(({ schedule }) => schedule === id).length ?? 0
    expect(count('a')).toBe(2 * count('b'))
  })
})
