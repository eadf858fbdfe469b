import { airtimeOf } from './airtime'
import { shortestCounts } from './counts'
import { interleaved } from './interleave'
import { cutShort, cycleMs, durationOf, type Item, itemsOf, type Lane, longestMs } from './lane'
import { countRepeats, needlessRepeats, withoutRepeats } from './repeats'

export type SharedWanted = {
  lanes: Lane[]
  /** The loop's duration, ms: at least, and at most. */
  from: number
  limit: number
  /** A lane is off its share by no more than this part of the loop. */
  tolerance: number
}

// Lanes whose cycles are cut one after another; of more, all at once.
const MAX_CUTS = 16
// Loops tried, from the shortest on, for one in which nothing follows itself.
const MAX_TRIES = 16

/**
 * The shortest loop of lanes that share it, without bookings. Where the segment is too short for all of the guarantees
 * they give way from the weakest: an hour, the tolerance, whole cycles, then the lanes with the smallest share.
 */
export function sharedLoop(wanted: SharedWanted): Item[] {
  const { from, limit, tolerance } = wanted
  let lanes = withRoom(wanted.lanes, limit)
  for (;;) {
    const [lane] = lanes
    if (lane && lanes.length === 1) return itemsOf(lane)
    for (const cut of cuts(lanes)) {
      for (const least of new Set([from, 0])) {
        const loop = { lanes: cut, from: least, limit }
        const found = shortest({ ...loop, tolerance }) ?? shortest({ ...loop, tolerance: 1 })
        if (found) return found
      }
    }
    lanes = withoutWeakest(lanes)
  }
}

/** The lanes, then with one more cycle cut short each time, that of the smallest share first. */
function* cuts(lanes: Lane[]): Generator<Lane[], void> {
  yield lanes
  const whole = lanes.filter(({ least }) => least > 1).sort((a, b) => a.share - b.share)
  if (whole.length <= MAX_CUTS) {
    for (let count = 1; count < whole.length; count += 1) {
      const cut = new Set(whole.slice(0, count))
      yield lanes.map((lane) => (cut.has(lane) ? cutShort(lane) : lane))
    }
  }
  if (whole.length > 0) yield lanes.map(cutShort)
}

function shortest({ lanes, from, limit, tolerance }: SharedWanted): Item[] | null {
  const slackMs = longestMs(lanes)
  let best: Item[] | null = null
  let least = from
  for (let tries = 0; tries < MAX_TRIES; tries += 1) {
    const counts = shortestCounts({ lanes, slackMs, tolerance, from: least, limit })
    if (!counts) break
    const items = order(lanes, counts)
    if (!best || countRepeats(items) < countRepeats(best)) best = items
    if (needlessRepeats(items) === 0) break
    least = durationOf(items) + 1
  }
  return best
}

/** Evenly spread where that, or nearly that, repeats no content; else in whatever order repeats none, if there is one. */
function order(lanes: Lane[], counts: number[]): Item[] {
  const even = spread(lanes, counts)
  const items = withoutRepeats(even)
  return needlessRepeats(items) === 0 ? items : (interleaved(even) ?? items)
}

/** Each lane's entries evenly over the loop: an item stands where its middle would be if its lane had all the time. */
function spread(lanes: Lane[], counts: number[]): Item[] {
  const placed = lanes.flatMap((lane, i) => {
    const items = itemsOf(lane)
    const count = counts[i] as number
    const total = airtimeOf(lane).of(count)
    let before = 0
    return Array.from({ length: count }, (_, index) => {
      const item = items[index % items.length] as Item
      const middle = (before + item.entry.ms / 2) / total
      before += item.entry.ms
      return { middle, item }
    })
  })
  return placed.sort((a, b) => a.middle - b.middle).map(({ item }) => item)
}

/** Those lanes of which the segment has room for one entry each: where not for all, the strongest. */
function withRoom(lanes: Lane[], limit: number): Lane[] {
  // Asking for no turn where whole cycles fit: a loop that needs none is the same on every date.
  if (lanes.reduce((sum, lane) => sum + cycleMs(lane), 0) <= limit) return lanes
  const firstMs = (lane: Lane) => cutShort(lane).entries[0]?.ms ?? 0
  let needed = lanes.reduce((sum, lane) => sum + firstMs(lane), 0)
  const kept = new Set(lanes)
  // Of those that tie, the last goes first.
  for (const lane of lanes.toReversed().sort((a, b) => a.share - b.share)) {
    if (needed <= limit || kept.size === 1) break
    kept.delete(lane)
    needed -= firstMs(lane)
  }
  return kept.size === lanes.length ? lanes : scaled([...kept])
}

function withoutWeakest(lanes: Lane[]): Lane[] {
  const weakest = lanes.reduce((a, b) => (b.share <= a.share ? b : a))
  return scaled(lanes.filter((lane) => lane !== weakest))
}

/** Lanes that share what they had a part of. */
function scaled(lanes: Lane[]): Lane[] {
  const left = lanes.reduce((sum, { share }) => sum + share, 0)
  return lanes.map((lane) => ({ ...lane, share: lane.share / left }))
}
