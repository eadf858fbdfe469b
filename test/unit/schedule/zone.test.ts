import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { formatInstant } from '../../../src/schedule/format'
import { midnightsAround } from '../../../src/schedule/midnights'
import { readInstant, readWallTime } from '../../../src/schedule/texts'
import { isZoneName, zoneOf } from '../../../src/schedule/zone'

/** Zone, wall time, its instant at a start, its instant at an end; one where they are the same. */
const WALL_TIMES: [zone: string, wall: string, start: string, end?: string][] = [
  ['Asia/Shanghai', '2026-10-01T07:00', '2026-10-01T07:00:00+08:00'],
  ['Asia/Shanghai', '1986-05-04T02:30', '1986-05-04T03:00:00+09:00'], // China's last summers with a clock change
  ['UTC', '2026-10-01T00:00', '2026-10-01T00:00:00+00:00'],
  ['America/New_York', '2026-03-08T01:59:59', '2026-03-08T01:59:59-05:00'],
  ['America/New_York', '2026-03-08T02:00', '2026-03-08T03:00:00-04:00'],
  ['America/New_York', '2026-03-08T02:30', '2026-03-08T03:00:00-04:00'],
  ['America/New_York', '2026-03-08T03:00', '2026-03-08T03:00:00-04:00'],
  ['America/New_York', '2026-11-01T00:59:59', '2026-11-01T00:59:59-04:00'],
  ['America/New_York', '2026-11-01T01:00', '2026-11-01T01:00:00-04:00', '2026-11-01T01:00:00-05:00'],
  ['America/New_York', '2026-11-01T01:30', '2026-11-01T01:30:00-04:00', '2026-11-01T01:30:00-05:00'],
  ['America/New_York', '2026-11-01T02:00', '2026-11-01T02:00:00-05:00'],
  ['Australia/Lord_Howe', '2026-10-04T02:15', '2026-10-04T02:30:00+11:00'], // half an hour forward
  ['Australia/Lord_Howe', '2026-04-05T01:45', '2026-04-05T01:45:00+11:00', '2026-04-05T01:45:00+10:30'],
  ['Africa/Casablanca', '2026-02-15T02:30', '2026-02-15T02:30:00+01:00', '2026-02-15T02:30:00+00:00'], // Ramadan
  ['Africa/Casablanca', '2026-03-22T02:30', '2026-03-22T03:00:00+01:00'],
  ['Pacific/Apia', '2011-12-30T00:00', '2011-12-31T00:00:00+14:00'], // a date that never was
  ['Pacific/Apia', '2011-12-30T12:00', '2011-12-31T00:00:00+14:00'],
  ['Pacific/Apia', '2011-12-31T00:00', '2011-12-31T00:00:00+14:00'],
  ['America/St_Johns', '2010-11-07T00:00', '2010-11-07T00:00:00-02:30', '2010-11-07T00:00:00-03:30'], // at 00:01
  ['America/St_Johns', '2010-11-06T23:30', '2010-11-06T23:30:00-02:30', '2010-11-06T23:30:00-03:30'],
  ['America/Havana', '2026-03-08T00:00', '2026-03-08T01:00:00-04:00'], // midnight is skipped
  ['America/Sao_Paulo', '2018-02-17T23:30', '2018-02-17T23:30:00-02:00', '2018-02-17T23:30:00-03:00'],
]

describe('zoneOf', () => {
  it.each(WALL_TIMES)('%s %s', (name, wall, start, end = start) => {
    const ms = readWallTime(wall) as number
    const instants = (['start', 'end'] as const).map((edge) => zoneOf(name).instantOf(ms, edge))
    expect(instants.map((instant) => formatInstant(instant, name))).toEqual([start, end])
  })

  it('agrees with Temporal on every wall time that exists', () => {
    const name = fc.constantFrom(
      'America/New_York',
      'Australia/Lord_Howe',
      'Africa/Casablanca',
      'Pacific/Apia',
      'America/St_Johns',
      'Asia/Shanghai',
      'Europe/Dublin',
      'Antarctica/Troll',
      'Asia/Tehran',
    )
    const minute = fc.integer({ min: Date.UTC(1970, 0, 1) / 60_000, max: Date.UTC(2037, 0, 1) / 60_000 })
    fc.assert(
      fc.property(name, minute, (zone, value) => {
        const wall = Temporal.Instant.fromEpochMilliseconds(value * 60_000)
          .toZonedDateTimeISO('UTC')
          .toPlainDateTime()
        const earlier = wall.toZonedDateTime(zone, { disambiguation: 'earlier' })
        const later = wall.toZonedDateTime(zone, { disambiguation: 'later' })
        fc.pre(earlier.toPlainDateTime().equals(wall))
        expect(zoneOf(zone).instantOf(value * 60_000, 'start')).toBe(earlier.epochMilliseconds)
        expect(zoneOf(zone).instantOf(value * 60_000, 'end')).toBe(later.epochMilliseconds)
        expect(zoneOf(zone).offsetAt(value * 60_000)).toBe(
          Temporal.Instant.fromEpochMilliseconds(value * 60_000).toZonedDateTimeISO(zone).offsetNanoseconds /
            1e6,
        )
      }),
      { numRuns: 2000 },
    )
  })
})

describe('isZoneName', () => {
  it.each(['Asia/Shanghai', 'UTC', 'America/Argentina/Ushuaia', 'Etc/GMT+8'])('takes %s', (name) => {
    expect(isZoneName(name)).toBe(true)
  })

  it.each(['', 'Asia/Shangai', '+08:00', 'GMT+8', 'CST', 'PST', 'Mars/Olympus'])('refuses "%s"', (name) => {
    expect(isZoneName(name)).toBe(false)
  })
})

describe('midnightsAround', () => {
  const around = (zone: string, from: string, to: string) =>
    midnightsAround(zoneOf(zone), readInstant(from) as number, readInstant(to) as number).map((instant) =>
      formatInstant(instant, zone),
    )

  it('takes the earlier of two, once', () => {
    expect(around('America/St_Johns', '2010-11-06T12:00:00-02:30', '2010-11-07T12:00:00-03:30')).toEqual([
      '2010-11-06T00:00:00-02:30',
      '2010-11-07T00:00:00-02:30',
      '2010-11-08T00:00:00-03:30',
    ])
  })

  it('starts at the midnight that was, where the clocks have gone back behind it', () => {
    expect(around('America/St_Johns', '2010-11-06T23:30:00-03:30', '2010-11-06T23:40:00-03:30')).toEqual([
      '2010-11-07T00:00:00-02:30',
      '2010-11-08T00:00:00-03:30',
    ])
  })

  it('takes the end of the gap where midnight is skipped, and knows a date that never was', () => {
    expect(around('America/Havana', '2026-03-08T02:00:00-04:00', '2026-03-08T03:00:00-04:00')).toEqual([
      '2026-03-08T01:00:00-04:00',
      '2026-03-09T00:00:00-04:00',
    ])
    expect(around('Pacific/Apia', '2011-12-29T12:00:00-10:00', '2011-12-31T12:00:00+14:00')).toEqual([
      '2011-12-29T00:00:00-10:00',
      '2011-12-31T00:00:00+14:00',
      '2012-01-01T00:00:00+14:00',
    ])
  })
})

describe('formatInstant', () => {
  it.each([
    ['2026-10-01T00:00:00Z', 'UTC', '2026-10-01T00:00:00+00:00'],
    ['2026-10-01T00:00:00.5Z', 'Asia/Shanghai', '2026-10-01T08:00:00.500+08:00'],
    ['2026-10-01T00:00:00.007Z', 'America/St_Johns', '2026-09-30T21:30:00.007-02:30'],
    ['1900-12-31T15:54:16Z', 'Asia/Shanghai', '1901-01-01T00:00:16+08:06'],
  ])('%s in %s', (instant, zone, text) => {
    expect(formatInstant(readInstant(instant) as number, zone)).toBe(text)
  })
})
