import { airtimeOf } from './airtime'
import { shortestCounts } from './counts'
import { type Booking, HOUR_MS, type Lane, longestMs } from './lane'

export type HourWanted = {
  bookings: Booking[]
  unbooked: Lane[]
  /** The segment's length, ms. */
  length: number
  /** A lane is off its share by no more than this part of the loop. */
  tolerance: number
}

const LONG_MS = 2 * HOUR_MS
// Ways to change what is booked that are tried.
const MAX_CHANGES = 40

/** How many entries of each lane a loop holds, and how long that makes it, ms. */
export type HourCounts = { counts: ReadonlyMap<Lane, number>; duration: number }

/**
 * Counts that make loops of an hour, or as little more as there can be, the shortest first: bookings have their plays,
 * give or take one where just those leave no loop; the others have their shares and cycles. None where the segment, or an
 * hour, has no room for that.
 */
export function hourCounts({ bookings, unbooked, length, tolerance }: HourWanted): HourCounts[] {
  if (length < HOUR_MS) return []
  const found: HourCounts[] = []
  const asBooked = bookings.map(({ playsPerHour }) => Math.max(1, Math.round(playsPerHour)))
  // In a longer segment a loop of another duration does as well.
  const changed = length < LONG_MS ? first(changedByOne(asBooked), MAX_CHANGES) : []
  for (const plays of [asBooked, ...changed].filter((plays) => isAllowed(plays, bookings))) {
    const counts = new Map<Lane, number>()
    let booked = 0
    bookings.forEach((booking, i) => {
      const count = plays[i] as number
      counts.set(booking, count)
      booked += airtimeOf(booking).of(count)
    })
    if (booked >= HOUR_MS) continue
    const rest = shortestCounts({
      lanes: unbooked,
      slackMs: Math.min(longestMs(unbooked), tolerance * HOUR_MS),
      tolerance: 1,
      from: HOUR_MS - booked,
      limit: Math.min(length, LONG_MS) - booked,
    })
    if (!rest) continue
    let duration = booked
    unbooked.forEach((lane, i) => {
      counts.set(lane, rest[i] as number)
      duration += airtimeOf(lane).of(rest[i] as number)
    })
    found.push({ counts, duration })
    if (duration === HOUR_MS || plays === asBooked) break
  }
  return found.sort((a, b) => a.duration - b.duration)
}

/** One or two bookings once more or less often. */
function* changedByOne(plays: number[]): Generator<number[], void> {
  const changes = plays.flatMap((_, i) => [-1, 1].map((more) => ({ i, more })))
  const changed = (before: number[], { i, more }: { i: number; more: number }) =>
    before.with(i, (before[i] as number) + more)
  for (const change of changes) yield changed(plays, change)
  for (const change of changes) {
    for (const other of changes) if (other.i > change.i) yield changed(changed(plays, change), other)
  }
}

/** The first of what there may be much more of. */
function first<T>(all: Iterable<T>, most: number): T[] {
  const taken: T[] = []
  for (const item of all) {
    if (taken.length === most) break
    taken.push(item)
  }
  return taken
}

function isAllowed(plays: number[], bookings: Booking[]): boolean {
  return bookings.every(({ playsPerHour, least }, i) => {
    const count = plays[i] as number
    return count >= Math.max(1, least) && Math.abs(count - playsPerHour) <= 1
  })
}
