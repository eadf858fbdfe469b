import { countBelow } from '../search'
import { type Booking, HOUR_MS, type Item, type Lane } from './lane'

/** A loop, repeated from an anchor until `length` ms after it. */
export type Repetition = { items: Item[]; length: number }

/** How many of the bookings a loop breaks the promise of. */
export function countBroken(bookings: Booking[], { items, length }: Repetition): number {
  const startsOf = new Map<Lane, number[]>(bookings.map((booking) => [booking, []]))
  let duration = 0
  for (const { lane, entry } of items) {
    startsOf.get(lane)?.push(duration)
    duration += entry.ms
  }
  return bookings.filter((booking) => {
    const starts = startsOf.get(booking) as number[]
    return !keepsPromise(booking, { starts, duration, length })
  }).length
}

/** When a booking starts in a loop of `duration`. */
type Starts = { starts: number[]; duration: number; length: number }

/**
 * Whether a loop keeps a booking's promise in the whole segment: in every whole hour from the anchor its plays, give
 * or take one, and no two of them closer than half their spacing. A segment under an hour has its fraction, at least one.
 */
function keepsPromise(booking: Booking, { starts, duration, length }: Starts): boolean {
  const first = starts[0]
  if (first === undefined) return false
  const repeats = length > duration + first
  for (let i = 0; i < starts.length; i += 1) {
    const next = starts[i + 1] ?? (repeats ? first + duration : Number.POSITIVE_INFINITY)
    if (next - (starts[i] as number) < booking.spacingMs) return false
  }

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

// Scaled plays an hour are fractions.
function isNear(plays: number, wanted: number): boolean {
  return Math.abs(plays - wanted) <= 1 + 1e-9
}
