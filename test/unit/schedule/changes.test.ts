import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { resolve, type Segment } from '../../../src/schedule'
import { lanesInput } from '../../factories/problem'
import { CHANGES, type Change } from './changes'
import { parsed } from './lines'

// The same clocks for all three: what a schedule's daypart, a display's operating hours and its quiet hours come to.
describe.each([
  ['a daypart', ofDaypart],
  ['operating hours', ofOperatingHours],
  ['quiet hours', ofQuietHours],
])('%s', (_, intervalsOf) => {
  it.each(CHANGES)('of $from to $to on $date in $zone ($what)', (change) => {
    const { interval } = change
    const expected = interval ? [`${interval.from} to ${interval.to}`] : []
    expect(intervalsOf(change)).toEqual(expected)
  })
})

describe('a window', () => {
  it.each(CHANGES)('from $from on $date in $zone ($what) starts as a daypart does', (change) => {
    const { zone, date, from } = change
    const lane = { id: 's', seconds: [60], timezone: zone, start: `${date}T${from}` }
    const [first] = intervals(timelineAround(change, lane, {}), ({ level }) => level === 'normal', zone)
    const start = change.interval?.from ?? afterGap(change)
    expect(first?.split(' to ')[0]).toBe(start)
  })
})

function ofDaypart(change: Change): string[] {
  const { zone, date, from, to } = change
  // The rule picks that date alone; the display's own clock is another.
  const rule = { start: `${date}T00:00`, rrule: 'FREQ=DAILY;COUNT=1', timezone: zone }
  const lane = { id: 's', seconds: [60], ...rule, dayparts: [{ from, to }] }
  return intervals(timelineAround(change, lane, {}), ({ level }) => level === 'normal', zone)
}

function ofOperatingHours(change: Change): string[] {
  const display = { timezone: change.zone, operatingHours: [hoursOf(change)] }
  return intervals(
    timelineAround(change, { id: 's', seconds: [60] }, display),
    ({ level }) => level !== 'off',
    change.zone,
  )
}

function ofQuietHours(change: Change): string[] {
  const display = { timezone: change.zone, quietHours: [hoursOf(change)] }
  return intervals(
    timelineAround(change, { id: 's', seconds: [60] }, display),
    ({ muted }) => muted,
    change.zone,
  )
}

/** Hours of the date's weekday, which comes but once in the range. */
function hoursOf({ date, from, to }: Change) {
  const weekday = ['su', 'mo', 'tu', 'we', 'th', 'fr', 'sa'][new Date(date).getUTCDay()]
  return { days: [weekday], from, to }
}

function timelineAround({ date }: Change, lane: Parameters<typeof lanesInput>[0][0], display: object) {
  const noon = Date.parse(`${date}T12:00:00Z`)
  const [from, to] = [noon - 60 * 3_600_000, noon + 72 * 3_600_000].map((at) => new Date(at).toISOString())
  return resolve(parsed(lanesInput([lane], { from, to, display: { ...display } }))).segments
}

/** Where the segments of a kind are, as one where they touch. */
function intervals(segments: Segment[], isOne: (segment: Segment) => boolean, zone: string): string[] {
  const found: { from: number; to: number }[] = []
  for (const { from, to } of segments.filter(isOne)) {
    const last = found.at(-1)
    if (last?.to === from) last.to = to
    else found.push({ from, to })
  }
  return found.map(({ from, to }) => `${local(from, zone)} to ${local(to, zone)}`)
}

/** What the clocks show and their offset, by Temporal. */
function local(at: number, zone: string): string {
  const time = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone)
  const smallestUnit = time.second === 0 ? 'minute' : 'second'
  return time.toPlainDateTime().toString({ smallestUnit }) + time.offset
}

/** The first instant after the gap in which a daypart is that does not occur. */
function afterGap({ zone, date }: Change): string {
  const noon = Temporal.PlainDateTime.from(`${date}T12:00`).toZonedDateTime(zone)
  const change = noon.getTimeZoneTransition('previous') ?? noon
  return local(change.epochMilliseconds, zone)
}
