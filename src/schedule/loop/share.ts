import { airtimeOf } from './airtime'
import { shortestCounts } from './counts'
import { interleaved } from './interleave'
import { cutShort, cycleMs, durationOf, type Item, itemsOf, type Lane, longestMs } from './lane'
import { countRepeats, unavoidableRepeats, withoutRepeats } from './repeats'

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
  let best: Ordered | null = null
  let least = from
  for (let tries = 0; tries < MAX_TRIES; tries += 1) {
    const counts = shortestCounts({ lanes, slackMs, tolerance, from: least, limit })
    if (!counts) break
    const ordered = order(lanes, counts)
    if (!best || ordered.repeats < best.repeats) best = ordered
    if (ordered.needless === 0) break
    least = durationOf(ordered.items) + 1
  }
  return best?.items ?? null
}

type Ordered = { items: Item[]; repeats: number; needless: number }

/** Evenly spread where that, or nearly that, repeats no content; else in whatever order repeats none, if there is one. */
function order(lanes: Lane[], counts: number[]): Ordered {
  const even = spread(lanes, counts)
  const repeats = countRepeats(even)
  const unavoidable = repeats > 0 ? unavoidableRepeats(contentsOf(lanes, counts)) : 0
  if (repeats === unavoidable) return { items: even, repeats, needless: 0 }
  const parted = withoutRepeats(even, repeats - unavoidable)
  const left = parted === even ? repeats : countRepeats(parted)
  if (left === unavoidable) return { items: parted, repeats: left, needless: 0 }
  const other = interleaved(even)
  return other
    ? { items: other, repeats: 0, needless: 0 }
    : { items: parted, repeats: left, needless: left - unavoidable }
}

/** How often each content stands in a loop of so many entries of each lane. */
function contentsOf(lanes: Lane[], counts: number[]): Map<string, number> {
  const contents = new Map<string, number>()
  lanes.forEach(({ entries }, i) => {
    const count = counts[i] as number
    entries.slice(0, count).forEach(({ content }, j) => {
      const times = Math.floor(count / entries.length) + Number(j < count % entries.length)
      contents.set(content, (contents.get(content) ?? 0) + times)
    })
  })
  return contents
}

/** Each lane's entries evenly over the loop: an item stands where its middle would be if its lane had all the time. */
function spread(lanes: Lane[], counts: number[]): Item[] {
  const queues = lanes.map((lane, i) => itemsOf(lane, counts[i]))
  const totals = lanes.map((lane, i) => airtimeOf(lane).of(counts[i] as number))
  const taken = lanes.map(() => 0)
  const airtimes = new Float64Array(lanes.length)
  const middles = new Float64Array(lanes.length)
  const nextOf = (i: number): Item => {
    const queue = queues[i] as Item[]
    return queue[(taken[i] as number) % queue.length] as Item
  }
  const place = (i: number): void => {
    const isLeft = (taken[i] as number) < (counts[i] as number)
    const middle = ((airtimes[i] as number) + nextOf(i).entry.ms / 2) / (totals[i] as number)
    middles[i] = isLeft ? middle : Number.POSITIVE_INFINITY
  }
  lanes.forEach((_, i) => {
    place(i)
  })

  const length = counts.reduce((sum, count) => sum + count, 0)
  return Array.from({ length }, () => {
    // Of those that tie, the first lane's.
    let first = 0
    for (let i = 1; i < middles.length; i += 1)
      if ((middles[i] as number) < (middles[first] as number)) first = i
    const item = nextOf(first)
    airtimes[first] = (airtimes[first] as number) + item.entry.ms
    taken[first] = (taken[first] as number) + 1
    place(first)
    return item
  })
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

/** Without the lane of the smallest share, whose part the others share. */
export function withoutWeakest(lanes: Lane[]): Lane[] {
  const weakest = lanes.reduce((a, b) => (b.share <= a.share ? b : a))
  return scaled(lanes.filter((lane) => lane !== weakest))
}

/** Lanes that share what they had a part of. */
function scaled(lanes: Lane[]): Lane[] {
  const left = lanes.reduce((sum, { share }) => sum + share, 0)
  return lanes.map((lane) => ({ ...lane, share: lane.share / left }))
}
