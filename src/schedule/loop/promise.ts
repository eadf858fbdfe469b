import { countBelow } from '../search'
import { type Booking, HOUR_MS, type Item } from './lane'

/** A loop of `duration`, repeated from an anchor until `length` after it. */
export type Repetition = { items: Item[]; duration: number; length: number }

/**
 * Whether a loop keeps a booking's promise in the whole segment: in every whole hour from the anchor its plays, give
 * or take one, and no two of them closer than half their spacing. A segment under an hour has its fraction, at least one.
 */
export function keepsPromise(booking: Booking, { items, duration, length }: Repetition): boolean {
  const starts = startsOf(booking, items)
  const first = starts[0]
  if (first === undefined) return false
  const repeats = length > duration + first
  const gaps = starts.map(
    (start, i) => (starts[i + 1] ?? (repeats ? first + duration : Number.POSITIVE_INFINITY)) - start,
  )
  if (gaps.some((gap) => gap < booking.spacingMs)) return false

  const playsBefore = (instant: number): number => {
    const passes = Math.floor(instant / duration)
    return passes * starts.length + countBelow(starts, instant - passes * duration)
  }
  if (length < HOUR_MS) {
    const plays = playsBefore(length)
    return plays >= 1 && isNear(plays, (booking.playsPerHour * length) / HOUR_MS)
  }
  for (let hour = HOUR_MS; hour <= length; hour += HOUR_MS) {
    if (!isNear(playsBefore(hour) - playsBefore(hour - HOUR_MS), booking.playsPerHour)) return false
  }
  return true
}

/** Whether entries are short enough for the promise to be possible. */
export function isPromising(booking: Booking, longestEntryMs: number): boolean {
  return longestEntryMs <= booking.spacingMs
}

function startsOf(booking: Booking, items: Item[]): number[] {
  const starts: number[] = []
  let at = 0
  for (const { lane, entry } of items) {
    if (lane === booking) starts.push(at)
    at += entry.ms
  }
  return starts
}

// Scaled plays an hour are fractions.
function isNear(plays: number, wanted: number): boolean {
  return Math.abs(plays - wanted) <= 1 + 1e-9
}
