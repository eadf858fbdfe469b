import { aloneLoop } from './alone'
import { shortestCounts } from './counts'
import { interleaved } from './interleave'
import { cutShort, durationOf, entryAt, type Item, type Lane, longestMs } from './lane'
import { countRepeats, needlessRepeats, withoutRepeats } from './repeats'

export type SharedWanted = {
  lanes: Lane[]
  /** The loop's duration, ms: at least, and at most. */
  from: number
  limit: number
  /** A lane is off its share by no more than this part of the loop. */
  tolerance: number
}

// Loops tried, from the shortest on, for one in which nothing follows itself.
const MAX_TRIES = 16

/**
 * The shortest loop of lanes that share it, without bookings. Where the segment is too short for all of the
 * guarantees they give way from the weakest: the tolerance, whole cycles, then the lanes with the smallest share.
 */
export function sharedLoop(wanted: SharedWanted): Item[] {
  const { lanes } = wanted
  const [lane] = lanes
  if (lane && lanes.length === 1) return aloneLoop(lane)
  const found = shortest(wanted) ?? shortest({ ...wanted, tolerance: 1 })
  if (found) return found
  if (wanted.from > 0) return sharedLoop({ ...wanted, from: 0 })
  if (lanes.some(({ least }) => least > 1)) {
    return sharedLoop({ ...wanted, lanes: lanes.map(cutShort) })
  }
  return sharedLoop({ ...wanted, lanes: withoutWeakest(lanes) })
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
    const entries = Array.from({ length: counts[i] as number }, (_, index) => entryAt(lane, index))
    const total = entries.reduce((sum, { ms }) => sum + ms, 0)
    let before = 0
    return entries.map((entry) => {
      const middle = (before + entry.ms / 2) / total
      before += entry.ms
      return { middle, item: { lane, entry } }
    })
  })
  return placed.sort((a, b) => a.middle - b.middle).map(({ item }) => item)
}

function withoutWeakest(lanes: Lane[]): Lane[] {
  const weakest = lanes.reduce((a, b) => (b.share <= a.share ? b : a))
  const rest = lanes.filter((lane) => lane !== weakest)
  return rest.map((lane) => ({ ...lane, share: lane.share / (1 - weakest.share) }))
}
