import { type AllotmentWanted, allot } from './allot'
import { bookedLoop } from './book'
import { durationOf, HOUR_MS, type Item } from './lane'
import { isPromising } from './promise'
import { sharedLoop } from './share'

export type Loop = {
  items: Pick<Item, 'schedule' | 'entry'>[]
  /** How long they take. */
  ms: number
  /** Ids of bookings that were scaled down, and of those whose spacing an entry is too long for. */
  overbooked: string[]
  missed: string[]
}

// Guarantee 3 of docs/scheduling.md, "The loop".
const TOLERANCE = 0.01
// Bookings back to back keep the proportion of their plays, which is finer than an entry.
const BACK_TO_BACK_TOLERANCE = 0.001

/** The loop of a segment: docs/scheduling.md, "The loop". */
export function buildLoop(wanted: AllotmentWanted): Loop {
  const { length } = wanted
  const { bookings, unbooked, overbooked } = allot(wanted)
  const items = dealt()
  const longest = items.reduce((ms, { entry }) => Math.max(ms, entry.ms), 0)
  return {
    items,
    ms: durationOf(items),
    overbooked,
    missed: bookings.filter((booking) => !isPromising(booking, longest)).map(({ id }) => id ?? ''),
  }

  function dealt(): Item[] {
    if (bookings.length === 0)
      return sharedLoop({ lanes: unbooked, from: 0, limit: length, tolerance: TOLERANCE })
    if (unbooked.length > 0) return bookedLoop({ bookings, unbooked, length, tolerance: TOLERANCE })
    // Nothing fills the time between: the bookings repeat back to back, each in proportion to what it asks for.
    const from = length >= HOUR_MS ? HOUR_MS : 0
    return sharedLoop({ lanes: bookings, from, limit: length, tolerance: BACK_TO_BACK_TOLERANCE })
  }
}
