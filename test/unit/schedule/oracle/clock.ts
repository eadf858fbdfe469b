import { Temporal } from 'temporal-polyfill'

export const SECOND = 1000
const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
// How far around a span a clock is watched, so that what began before is seen.
const MARGIN = DAY

/**
 * A zone's local clock (wall times as UTC ms), watched second by second: the latest that it has reached so far, and the
 * earliest that it will still show. Its offset is asked for every hour, and every minute of
 * an hour in which it changes: no change since 1972 falls between.
 */
export type Clock = {
  reached: Float64Array
  coming: Float64Array
  /** Where the span starts in both. */
  first: number
  /** The least and the most that the clock adds to UTC. */
  offsets: [number, number]
  /** The dates, as days since 1970-01-01, that can matter in the span; one that the zone skips too. */
  dates: number[]
}

const clocks = new Map<string, Clock>()

export function clockOf(zone: string, { from, to }: { from: number; to: number }): Clock {
  const key = `${zone} ${from} ${to}`
  const known = clocks.get(key)
  if (known) return known
  // A clock is large, and a place comes again only by chance.
  if (clocks.size > 40) clocks.clear()
  const clock = watch(zone, from, to)
  clocks.set(key, clock)
  return clock
}

function watch(zone: string, from: number, to: number): Clock {
  const count = (to - from + 2 * MARGIN) / SECOND
  const reached = new Float64Array(count)
  let [offset, changing] = [0, false]
  const offsets = new Set<number>()
  for (let i = 0; i < count; i += 1) {
    const at = from - MARGIN + i * SECOND
    if (i === 0 || at % HOUR === 0 || (changing && at % MINUTE === 0)) {
      offset = offsetAt(zone, at)
      changing = offsetAt(zone, at - (at % HOUR) + HOUR) !== offset
      offsets.add(offset)
    }
    reached[i] = at + offset
  }
  const coming = reached.slice()
  for (let i = 1; i < count; i += 1) {
    reached[i] = Math.max(reached[i] as number, reached[i - 1] as number)
  }
  for (let i = count - 2; i >= 0; i -= 1) {
    coming[i] = Math.min(coming[i] as number, coming[i + 1] as number)
  }
  const days = [from - DAY, to + DAY].map((at) => Math.floor((at + offsetAt(zone, at)) / DAY))
  const [earliest = 0, latest = 0] = days
  const dates = Array.from({ length: latest - earliest + 2 }, (_, i) => earliest - 1 + i)
  return {
    reached,
    coming,
    first: MARGIN / SECOND,
    offsets: [Math.min(...offsets), Math.max(...offsets)],
    dates,
  }
}

export function offsetAt(zone: string, at: number): number {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).offsetNanoseconds / 1e6
}

/**
 * Whether the i-th second of the span is within [start, end), both wall times. A start is passed once the clock has
 * reached it; an end is ahead as long as the clock will show less, or will show it once more.
 */
export function isWithin({ reached, coming, first }: Clock, i: number, start: number, end: number): boolean {
  const at = first + i
  return (
    (reached[at] as number) >= start && ((coming[at] as number) < end || (coming[at + 1] as number) <= end)
  )
}

/** Those seconds of a span in which a clock may show wall times from `start` to `end`, if it ever does. */
export function secondsAround(
  { offsets: [least, most] }: Clock,
  { from, to }: { from: number; to: number },
  start: number,
  end: number,
): { first: number; last: number } {
  return {
    first: Math.max(0, (start - most - from) / SECOND),
    last: Math.min((to - from) / SECOND, (end - least - from) / SECOND),
  }
}

/** The instants in [from, to) at which a local date begins, the earlier where midnight repeats. */
export function midnightsOf(zone: string, span: { from: number; to: number }): number[] {
  const clock = clockOf(zone, span)
  const midnights = new Set<number>()
  for (const date of clock.dates) {
    const { first, last } = secondsAround(clock, span, date * DAY, date * DAY + DAY)
    for (let i = first; i < last; i += 1) {
      const at = clock.first + i
      const isFirst = (clock.reached[at - 1] as number) < date * DAY
      if (isFirst && (clock.reached[at] as number) >= date * DAY) midnights.add(span.from + i * SECOND)
    }
  }
  return [...midnights].sort((a, b) => a - b)
}
