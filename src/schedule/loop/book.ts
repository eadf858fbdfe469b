import { aloneLoop } from './alone'
import { deal } from './deal'
import { type Booking, HOUR_MS, type Item, type Lane, longestMs } from './lane'
import { isPromising, keepsPromise } from './promise'
import { countRepeats, fewestRepeats, withoutRepeats } from './repeats'

export type BookedWanted = {
  bookings: Booking[]
  unbooked: Lane[]
  /** The segment's length, ms. */
  length: number
  /** A lane is off its share by no more than this part of the loop. */
  tolerance: number
}

// Deals tried, each with the bookings first due at other moments, and loops looked at in each.
const DEALS = 6
const MAX_CLOSINGS = 48
const GOLDEN = (Math.sqrt(5) - 1) / 2

/** How far a loop is from the guarantees, in their order of precedence; the first difference of two scores decides. */
type Score = { absent: number; broken: number; off: number; cut: number; repeats: number; short: number }
type Rated = { items: Item[]; score: Score }
const PRECEDENCE = ['absent', 'broken', 'off', 'cut', 'repeats', 'short'] as const

/**
 * A loop of bookings and of lanes that share the rest: a deal is closed at the first item boundary, an hour or more
 * from its start, where shares, cycles, the spacing across the wrap and the hours all come out. Where no deal has such
 * a boundary, the loop that comes nearest.
 */
export function bookedLoop(wanted: BookedWanted): Item[] {
  const { bookings, unbooked } = wanted
  const lanes = [...bookings, ...unbooked]
  const promised = bookings.filter((booking) => isPromising(booking, longestMs(lanes)))
  let best: Rated | null = null
  for (let attempt = 0; attempt < DEALS; attempt += 1) {
    const phases = bookings.map((_, i) => (i / bookings.length + attempt * i * GOLDEN) % 1)
    // Where some promise cannot be kept, a booking plays at the first boundary after it is due, never before.
    const early = promised.length === bookings.length && attempt % 2 === 1 ? 0.5 : 0
    const { items, closings } = closingsOf(wanted, phases, early)
    for (const { size, score } of closings) {
      const rated = rate(items.slice(0, size), score, wanted, promised)
      if (!best || isBelow(rated.score, best.score)) best = rated
      if (isZero(rated.score)) return best.items
    }
  }
  const held = best?.items ?? []
  const alone = held[0]?.lane ?? (lanes[0] as Lane)
  // Where the segment is too short for a second lane, the one that it holds has its playlist as a loop.
  return held.some(({ lane }) => lane !== alone) ? held : aloneLoop(alone)
}

type Closing = { size: number; score: Score }

/** The first closings that keep everything a look at the totals shows; where there are none, the last of the segment. */
function closingsOf(
  { bookings, unbooked, length, tolerance }: BookedWanted,
  phases: number[],
  early: number,
): { items: Item[]; closings: Closing[] } {
  const totals = new Map<Lane, Total>(
    [...bookings, ...unbooked].map((lane) => [lane, { count: 0, airtime: 0 }]),
  )
  const good: Closing[] = []
  const rest: Closing[] = []
  const items: Item[] = []
  let duration = 0
  for (const item of deal({ bookings, unbooked, length, phases, early })) {
    duration += item.entry.ms
    if (duration > length) break
    items.push(item)
    const total = totals.get(item.lane) as Total
    total.count += 1
    total.airtime += item.entry.ms
    const score = scoreOf({ totals, unbooked, duration, length, tolerance })
    const closing = { size: items.length, score }
    if (isZero(score)) good.push(closing)
    else {
      rest.push(closing)
      if (rest.length > MAX_CLOSINGS) rest.shift()
    }
    if (good.length >= MAX_CLOSINGS) break
  }
  return { items, closings: good.length > 0 ? good : rest }
}

// Shares are binary fractions; airtimes are whole ms.
const ROUNDING = 1e-6

type Total = { count: number; airtime: number }

function scoreOf(wanted: {
  totals: Map<Lane, Total>
  unbooked: Lane[]
  duration: number
  length: number
  tolerance: number
}): Score {
  const { totals, unbooked, duration, length, tolerance } = wanted
  let absent = 0
  let cut = 0
  for (const [lane, { count }] of totals) {
    if (count === 0) absent += 1
    else if (count < lane.least) cut += 1
  }
  const airtime = unbooked.reduce((sum, lane) => sum + (totals.get(lane) as Total).airtime, 0)
  const slack = Math.min(longestMs(unbooked), tolerance * duration)
  const off = unbooked.map(
    (lane) => Math.abs((totals.get(lane) as Total).airtime - lane.share * airtime) - slack,
  )
  return {
    absent,
    broken: 0,
    off: Math.max(ROUNDING, ...off) - ROUNDING,
    cut,
    repeats: 0,
    short: length >= HOUR_MS ? Math.max(0, HOUR_MS - duration) : 0,
  }
}

/** Parts repeats where that breaks no promise, and looks at what only the whole loop shows. */
function rate(items: Item[], score: Score, { length }: BookedWanted, promised: Booking[]): Rated {
  const duration = items.reduce((sum, { entry }) => sum + entry.ms, 0)
  const broken = (candidate: Item[]) =>
    promised.filter((booking) => !keepsPromise(booking, { items: candidate, duration, length })).length
  const parted = withoutRepeats(items)
  const dealt = broken(items)
  const kept = parted === items || broken(parted) > dealt ? items : parted
  const repeats = countRepeats(kept) - fewestRepeats(kept)
  return { items: kept, score: { ...score, broken: broken(kept), repeats } }
}

function isZero(score: Score): boolean {
  return PRECEDENCE.every((name) => score[name] === 0)
}

function isBelow(a: Score, b: Score): boolean {
  for (const name of PRECEDENCE) if (a[name] !== b[name]) return a[name] < b[name]
  return false
}
