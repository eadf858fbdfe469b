import { describe, expect, it } from 'vitest'
import { explain, formatExplanation } from '../../../src/schedule'
import { readInstant } from '../../../src/schedule/texts'
import { type LaneInput, lanesInput } from '../../factories/problem'
import { parsed } from './lines'

const at = (instant: string) => readInstant(instant) as number

describe('explain', () => {
  const lanes: LaneInput[] = [
    { id: 'a-off', seconds: [60], enabled: false },
    { id: 'b-elsewhere', seconds: [60], targets: { tags: ['x'] } },
    { id: 'c-later', seconds: [60], dayparts: [{ from: '20:00', to: '21:00' }] },
    { id: 'd-gone', seconds: [60] },
    { id: 'e-playing', seconds: [40, 20], priority: 1, dayparts: [{ from: '08:00', to: '12:00' }] },
    { id: 'f-lower', seconds: [60] },
  ]
  const display = { operatingHours: [{ from: '08:00', to: '22:00' }] }
  const input = lanesInput(lanes.toReversed(), { display })
  input.contents = input.contents.map((content) =>
    content.id === 'd-gone-0' ? { ...content, validUntil: '2026-01-01T00:00:00Z' } : content,
  )
  const verdicts = (instant: string) =>
    explain(parsed(input), at(instant)).schedules.map(({ id, verdict }) => `${id} ${verdict}`)

  it('gives every schedule the first verdict that fits', () => {
    expect(verdicts('2026-10-01T09:00:00+08:00')).toEqual([
      'a-off disabled',
      'b-elsewhere not-targeted',
      'c-later not-active',
      'd-gone nothing-playable',
      'e-playing playing',
      'f-lower outranked',
    ])
    expect(verdicts('2026-10-01T07:59:59+08:00').slice(4)).toEqual([
      'e-playing not-active',
      'f-lower off-hours',
    ])
  })

  it('says what plays and when each plays next', () => {
    const explained = explain(parsed(input), at('2026-10-01T09:00:45+08:00'))
    expect(explained).toMatchObject({
      level: 'normal',
      muted: false,
      content: 'e-playing-1',
      schedule: 'e-playing',
    })
    const next = Object.fromEntries(explained.schedules.map((schedule) => [schedule.id, schedule.next]))
    expect(next).toMatchObject({
      'c-later': at('2026-10-01T20:00:00+08:00'),
      'e-playing': null,
      'f-lower': at('2026-10-01T12:00:00+08:00'),
    })
  })

  it('says not-active of a schedule past its time, though a boundary waits for its play', () => {
    const waiting = lanesInput([
      { id: 'a', seconds: [55], dayparts: [{ from: '00:00', to: '01:00' }] },
      { id: 'b', seconds: [60], dayparts: [{ from: '01:00', to: '02:00' }] },
    ])
    const { schedule, schedules } = explain(parsed(waiting), at('2026-10-01T01:00:29+08:00'))
    expect(schedule).toBe('a')
    expect(schedules.map(({ verdict }) => verdict)).toEqual(['not-active', 'outranked'])
    expect(schedules[0]?.because).toMatch(/still ending/)
  })

  it('refuses an instant outside the range', () => {
    expect(() => explain(parsed(input), at('2026-10-02T00:00:00+08:00'))).toThrow(RangeError)
  })
})

describe('explain, at its edges', () => {
  const tenToTwelve = { dayparts: [{ from: '10:00', to: '12:00' }] }

  it('takes the first and the last instant of the range, and each boundary as the start of what follows', () => {
    const problem = parsed(lanesInput([{ id: 's', seconds: [60], ...tenToTwelve }]))
    const level = (instant: string) => explain(problem, at(instant)).level
    expect(level('2026-10-01T00:00:00+08:00')).toBe('standby')
    expect(level('2026-10-01T09:59:59.999+08:00')).toBe('standby')
    expect(level('2026-10-01T10:00:00+08:00')).toBe('normal')
    expect(level('2026-10-01T12:00:00+08:00')).toBe('standby')
    expect(level('2026-10-01T23:59:59.999+08:00')).toBe('standby')
  })

  it('says what the filler shows, of no schedule, and nothing where nothing plays', () => {
    const lanes = [{ id: 's', seconds: [60], ...tenToTwelve }]
    const display = { filler: 'pl-s', operatingHours: [{ from: '08:00', to: '22:00' }] }
    const problem = parsed(lanesInput(lanes, { display }))
    const shown = (instant: string) => {
      const { level, muted, content, schedule } = explain(problem, at(instant))
      return { level, muted, content, schedule }
    }
    expect(shown('2026-10-01T09:00:00+08:00')).toEqual({
      level: 'filler',
      muted: false,
      content: 's-0',
      schedule: null,
    })
    expect(shown('2026-10-01T07:00:00+08:00')).toEqual({
      level: 'off',
      muted: false,
      content: null,
      schedule: null,
    })
  })

  it('says off-hours of an emergency only where it may not light the screen', () => {
    const lanes = [{ id: 'e', seconds: [60], level: 'emergency' }]
    const hours = { operatingHours: [{ from: '08:00', to: '22:00' }] }
    const verdict = (display: Record<string, unknown>) =>
      explain(parsed(lanesInput(lanes, { display })), at('2026-10-01T07:00:00+08:00')).schedules[0]?.verdict
    expect(verdict(hours)).toBe('playing')
    expect(verdict({ ...hours, emergencyOutsideHours: false })).toBe('off-hours')
  })

  it('says playing of all that the loop holds: those that tie, and those that fill beside bookings', () => {
    const lanes = [
      { id: 'a', seconds: [10], playsPerHour: 6 },
      { id: 'b', seconds: [10], playsPerHour: 6 },
      { id: 'c', seconds: [30], priority: -1 },
      { id: 'd', seconds: [30], level: 'filler' },
    ]
    const { schedules } = explain(parsed(lanesInput(lanes)), at('2026-10-01T12:00:00+08:00'))
    expect(schedules.map(({ verdict }) => verdict)).toEqual(['playing', 'playing', 'playing', 'outranked'])
  })

  it('gives the next segment, where only the sound changes and at midnight too, and none past the range', () => {
    const lanes = [{ id: 's', seconds: [60] }]
    const over = {
      to: '2026-10-02T06:00:00+08:00',
      display: { quietHours: [{ from: '21:00', to: '08:00' }] },
    }
    const problem = parsed(lanesInput(lanes, over))
    const next = (instant: string) => {
      const text = formatExplanation(explain(problem, at(instant)), 'Asia/Shanghai') as {
        schedules: { next: string | null }[]
      }
      return text.schedules[0]?.next
    }
    expect(next('2026-10-01T00:00:00+08:00')).toBe('2026-10-01T08:00:00+08:00')
    expect(next('2026-10-01T08:00:00+08:00')).toBe('2026-10-01T21:00:00+08:00')
    expect(next('2026-10-01T21:00:00+08:00')).toBe('2026-10-02T00:00:00+08:00')
    expect(next('2026-10-02T00:00:00+08:00')).toBe(null)
  })

  it('lists every schedule of the problem by the code units of its id', () => {
    const lanes = ['b', 'B', 'a', '十', 'é', 'Z1', 'Z'].map((id) => ({ id, seconds: [60] }))
    const { schedules } = explain(parsed(lanesInput(lanes)), at('2026-10-01T12:00:00+08:00'))
    expect(schedules.map(({ id }) => id)).toEqual(['B', 'Z', 'Z1', 'a', 'b', 'é', '十'])
  })
})
