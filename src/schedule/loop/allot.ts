import { isBooking, type Member } from '../selection'
import { type Booking, cycleMs, HOUR_MS, type Lane } from './lane'

export type Allotment = {
  bookings: Booking[]
  /** Share the airtime that the bookings leave. */
  unbooked: Lane[]
  /** Ids of the bookings that were scaled down. */
  overbooked: string[]
}

export type AllotmentWanted = {
  /** Winners first, then those that fill beside bookings. */
  ranks: Member[][]
  /** From the anchor to the segment's nominal end, ms. */
  length: number
  /** How many dates a member has had before the segment's; asked only where its cycle does not fit. */
  turnOf: (member: Member) => number
}

// Bookings leave an unbooked schedule of their own rank a tenth of the hour.
const BOOKABLE_BESIDE_UNBOOKED = 0.9
// What is left of an hour below this is a rounding error, ms.
const NOTHING_MS = 1e-3

/** Divides the hour: bookings rank by rank, then what is left among the unbooked in proportion to their weights. */
export function allot({ ranks, length, turnOf }: AllotmentWanted): Allotment {
  const allotment: Allotment = { bookings: [], unbooked: [], overbooked: [] }
  let left = HOUR_MS
  for (const rank of ranks) {
    if (left <= NOTHING_MS) break
    const booked = rank.filter(isBooking)
    const unbooked = rank.filter((member) => !isBooking(member))
    const asked = booked.reduce((sum, member) => sum + playsOf(member) * meanMs(member), 0)
    const bookable = unbooked.length > 0 ? left * BOOKABLE_BESIDE_UNBOOKED : left
    const scale = asked > bookable + NOTHING_MS ? bookable / asked : 1
    for (const member of booked) {
      const playsPerHour = playsOf(member) * scale
      allotment.bookings.push(bookingOf(member, playsPerHour, length, turnOf))
      if (scale < 1) allotment.overbooked.push(member.schedule?.id ?? '')
    }
    left -= asked * scale
    const weights = unbooked.reduce((sum, member) => sum + weightOf(member), 0)
    for (const member of unbooked) {
      const share = weightOf(member) / weights
      const fits = cycleMs(member) <= (share * left * length) / HOUR_MS
      allotment.unbooked.push({ ...turned(member, fits, turnOf), share })
    }
  }
  return allotment
}

function bookingOf(
  member: Member,
  playsPerHour: number,
  length: number,
  turnOf: AllotmentWanted['turnOf'],
): Booking {
  const fits = member.entries.length <= (playsPerHour * length) / HOUR_MS
  return {
    ...turned(member, fits, turnOf),
    share: (playsPerHour * meanMs(member)) / HOUR_MS,
    playsPerHour,
    spacingMs: HOUR_MS / playsOf(member) / 2,
  }
}

/** A lane that holds a whole cycle where one fits; else its cycle starts where the date's turn says. */
function turned(member: Member, fits: boolean, turnOf: AllotmentWanted['turnOf']): Omit<Lane, 'share'> {
  const id = member.schedule?.id ?? null
  const { entries } = member
  if (fits) return { id, entries, least: entries.length }
  const first = turnOf(member) % entries.length
  return { id, entries: [...entries.slice(first), ...entries.slice(0, first)], least: 1 }
}

function playsOf({ schedule }: Member): number {
  return schedule?.playsPerHour ?? 0
}

function weightOf({ schedule }: Member): number {
  return schedule?.weight ?? 1
}

function meanMs(member: Member): number {
  return cycleMs(member) / member.entries.length
}
