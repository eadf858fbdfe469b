import { closingsOf, type Lack } from './closings'
import { deal } from './deal'
import { hourCounts } from './hour'
import { interleaved } from './interleave'
import { type Booking, cutShort, HOUR_MS, type Item, itemsOf, type Lane, longestMs } from './lane'
import { countBroken, isPromising } from './promise'
import { needlessRepeats, withoutRepeats } from './repeats'
import { withoutWeakest } from './share'

export type BookedWanted = {
  bookings: Booking[]
  unbooked: Lane[]
  /** The segment's length, ms. */
  length: number
  /** A lane is off its share by no more than this part of the loop. */
  tolerance: number
}

// Deals tried for one that breaks no promise, each with the bookings first due at other moments.
const MAX_DEALS = 8
const MAX_PARTING_DEALS = 6
// Loops of an hour, or hardly more, that are tried first.
const MAX_TOTALS = 3
const NO_LACK: Lack = { unplayed: 0, crowded: 0, absent: 0, off: 0, cut: 0, short: 0 }
// In a segment under an hour, where one play may be all, much hangs on its moment, and a deal is short.
const MAX_SHORT_DEALS = 32
const EARLY = 0.8
// Where nothing but repeats is left to mend.
const MAX_REPEAT_DEALS = 3
const GOLDEN = (Math.sqrt(5) - 1) / 2

/** How far a loop is from the guarantees, in their order of precedence: the first difference of two decides. */
type Score = Omit<Lack, 'crowded'> & { broken: number; repeats: number }
type Rated = { items: Item[]; score: Score }
const PRECEDENCE = ['unplayed', 'broken', 'absent', 'off', 'cut', 'repeats', 'short'] as const

/**
 * A loop of bookings and of lanes that share the rest: a deal is closed at the first item boundary, an hour or more
 * from its start, where shares, cycles, the spacing across the wrap and the hours all come out. Where no deal has such
 * a boundary, the loop that comes nearest.
 */
export function bookedLoop(given: BookedWanted): Item[] {
  const wanted = { ...given, unbooked: sharing(given) }
  const { bookings, unbooked } = wanted
  const lanes = [...bookings, ...unbooked]
  const longest = longestMs(lanes)
  const promised = bookings.filter((booking) => isPromising(booking, longest))
  let best: Rated | null = null
  for (const total of hourCounts(wanted).slice(0, MAX_TOTALS)) {
    const phases = bookings.map((_, i) => phaseOf(i, bookings.length, 0))
    const items = [...deal({ ...wanted, phases, total, early: 0, parting: true, ahead: false })]
    const rated = rate({ items, lack: NO_LACK, length: wanted.length, bookings, promised })
    if (isZero(rated.score)) return rated.items
    if (!best || isBelow(rated.score, best.score)) best = rated
  }
  const deals = wanted.length < HOUR_MS ? MAX_SHORT_DEALS : MAX_DEALS
  for (let attempt = 0; attempt < deals; attempt += 1) {
    const phases = bookings.map((_, i) => phaseOf(i, bookings.length, attempt))
    // Where some promise cannot be kept, a booking plays at the first boundary after it is due, never before.
    const early = promised.length === bookings.length && attempt % 2 === 1 ? 0.5 : 0
    const ahead = promised.length === bookings.length && attempt > 0
    // Rather a repeat than a broken promise.
    const parting = attempt % MAX_DEALS < MAX_PARTING_DEALS
    const { items, closings } = closingsOf({ ...wanted, phases, early, parting, ahead })
    for (const { size, lack } of closings) {
      const rated = rate({ items: items.slice(0, size), lack, length: wanted.length, bookings, promised })
      if (!best || isBelow(rated.score, best.score)) best = rated
      if (isZero(rated.score)) return rated.items
    }
    // What else lacks is for want of time, and no other moment mends that; repeats some other order may part.
    const isKept = best && best.score.unplayed === 0 && best.score.broken === 0
    if (isKept && (best?.score.repeats === 0 || attempt === MAX_REPEAT_DEALS)) break
  }
  if (best && best.score.cut > 0) {
    const short = cutIn(best.items, lanes)
    const cut = <T extends Lane>(lane: T): T => (short.has(lane) ? cutShort(lane) : lane)
    return bookedLoop({ ...wanted, bookings: bookings.map(cut), unbooked: unbooked.map(cut) })
  }
  const held = best ? reordered(best, { bookings, promised, length: wanted.length }) : []
  const alone = held[0]?.lane ?? (lanes[0] as Lane)
  // Where the segment is too short for a second lane, the loop of the one that it holds is its playlist.
  return held.some(({ lane }) => lane !== alone) ? held : itemsOf(alone)
}

/**
 * The unbooked lanes that can have their shares beside one another. A lane whose share of the whole segment is less than
 * an entry takes the rest of it from the others: where that comes to more than the longest entry, the smallest share
 * gives way.
 */
function sharing({ bookings, unbooked, length }: BookedWanted): Lane[] {
  const longest = longestMs([...bookings, ...unbooked])
  const room = bookings.reduce((left, { share }) => left - share, 1) * length
  const excess = (lanes: Lane[]) =>
    lanes.reduce((sum, { entries, share }) => sum + Math.max(0, (entries[0]?.ms ?? 0) - share * room), 0)
  let lanes = unbooked
  while (lanes.length > 1 && excess(lanes) > longest) lanes = withoutWeakest(lanes)
  return lanes
}

/**
 * When the i-th booking is first due, as a part of its spacing: all evenly apart, the wrap in the middle of a spacing;
 * then from the very start, where a segment is hardly longer than an item; then scattered, early enough for their last
 * play to end.
 */
function phaseOf(i: number, bookings: number, attempt: number): number {
  if (attempt === 0) return (i + 0.5) / bookings
  if (attempt === 1) return i / bookings
  return EARLY * (((i + 1) * attempt * GOLDEN) % 1)
}

/** The lanes whose cycle a loop does not hold whole. */
function cutIn(items: Item[], lanes: Lane[]): ReadonlySet<Lane> {
  const counts = new Map(lanes.map((lane) => [lane, 0]))
  for (const { lane } of items) counts.set(lane, (counts.get(lane) ?? 0) + 1)
  return new Set(lanes.filter((lane) => (counts.get(lane) ?? 0) < lane.least && lane.least > 1))
}

/** All bookings, and those whose spacing no entry is too long for. */
type Promises = { bookings: Booking[]; promised: Booking[]; length: number }
type Rating = Promises & { items: Item[]; lack: Lack }

/** Looks at what only the whole loop shows, and parts repeats where that breaks no promise and delays no late booking. */
function rate({ items, lack, length, bookings, promised }: Rating): Rated {
  const broken = countBroken(promised, { items, length })
  const parted = promised.length === bookings.length ? withoutRepeats(items) : items
  const kept = parted === items || countBroken(promised, { items: parted, length }) > broken ? items : parted
  return { items: kept, score: { ...lack, broken, repeats: needlessRepeats(kept) } }
}

/** The same items in any order that repeats nothing and breaks no promise more, where there is one. */
function reordered({ items, score }: Rated, { bookings, promised, length }: Promises): Item[] {
  if (score.repeats === 0 || promised.length < bookings.length) return items
  const parted = interleaved(items)
  return parted && countBroken(promised, { items: parted, length }) <= score.broken ? parted : items
}

function isZero(score: Score): boolean {
  return PRECEDENCE.every((name) => score[name] === 0)
}

function isBelow(a: Score, b: Score): boolean {
  for (const name of PRECEDENCE) if (a[name] !== b[name]) return a[name] < b[name]
  return false
}
