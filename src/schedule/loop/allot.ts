import { isBooking, type Member } from '../member'
import { type Booking, cycleMs, HOUR_MS, type Lane } from './lane'

export type Allotment = {
  bookings: Booking[]
  /** Share the airtime that the bookings leave; none where nothing unbooked fills it. */
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

type Booked = { member: Member; playsPerHour: number }

// Bookings leave an unbooked schedule of their own rank a tenth of the hour.
const BOOKABLE_BESIDE_UNBOOKED = 0.9
// What is left of an hour below this is a rounding error, ms.
const NOTHING_MS = 1e-3
// Shares and scaled plays are binary fractions: a cycle that just fits may seem longer by this, ms or plays.
const ROUNDING = 1e-6

/** Divides the hour: bookings rank by rank, then what is left among the unbooked in proportion to their weights. */
export function allot({ ranks, length, turnOf }: AllotmentWanted): Allotment {
  const booked: Booked[] = []
  const unbooked: Member[] = []
  const overbooked: string[] = []
  let left = HOUR_MS
  for (const rank of ranks) {
    if (left <= NOTHING_MS) break
    const bookings = rank.filter(isBooking)
    const others = rank.filter((member) => !isBooking(member))
    const asked = sum(bookings.map((member) => bookedPlays(member) * meanMs(member)))
    const bookable = others.length > 0 ? left * BOOKABLE_BESIDE_UNBOOKED : left
    const scale = asked > bookable + NOTHING_MS ? bookable / asked : 1
    booked.push(...bookings.map((member) => ({ member, playsPerHour: bookedPlays(member) * scale })))
    if (scale < 1) overbooked.push(...bookings.flatMap(({ schedule }) => schedule?.id ?? []))
    left -= asked * scale
    unbooked.push(...others)
  }

  // Bookings that nothing fills beside repeat back to back, so that they have all the time, not what they ask for.
  const stretch = unbooked.length > 0 ? 1 : HOUR_MS / (HOUR_MS - left)
  const shares = sharesOf(unbooked)
  return {
    bookings: booked.map(({ member, playsPerHour }) => {
      const share = (playsPerHour * stretch * meanMs(member)) / HOUR_MS
      const fits = member.entries.length <= (playsPerHour * stretch * length) / HOUR_MS + ROUNDING
      const spacingMs = HOUR_MS / bookedPlays(member) / 2
      return { ...laneOf(member, fits, turnOf), share, playsPerHour, spacingMs }
    }),
    unbooked: unbooked.map((member, i) => {
      const share = shares[i] as number
      const fits = cycleMs(member) <= (share * left * length) / HOUR_MS + ROUNDING
      return { ...laneOf(member, fits, turnOf), share }
    }),
    overbooked,
  }
}

/** A lane that holds a whole cycle where one fits; else its cycle starts where the date's turn says. */
function laneOf(member: Member, fits: boolean, turnOf: AllotmentWanted['turnOf']): Omit<Lane, 'share'> {
  const id = member.schedule?.id ?? null
  const { entries } = member
  const turned = () => {
    const first = turnOf(member) % entries.length
    return [...entries.slice(first), ...entries.slice(0, first)]
  }
  return fits ? { id, entries, turned, least: entries.length } : { id, entries: turned(), turned, least: 1 }
}

/** Weights as parts of one; divided by the heaviest first, so that no sum overflows. */
function sharesOf(members: Member[]): number[] {
  const weights = members.map(({ schedule }) => schedule?.weight ?? 1)
  const heaviest = Math.max(...weights)
  const total = sum(weights.map((weight) => weight / heaviest))
  return weights.map((weight) => weight / heaviest / total)
}

function bookedPlays({ schedule }: Member): number {
  return schedule?.playsPerHour ?? 0
}

function meanMs(member: Member): number {
  return cycleMs(member) / member.entries.length
}

function sum(numbers: number[]): number {
  return numbers.reduce((a, b) => a + b, 0)
}
