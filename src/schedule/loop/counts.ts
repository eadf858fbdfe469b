import { cycleMs, type Lane } from './lane'

export type CountsWanted = {
  lanes: Lane[]
  /** A lane's airtime is off its share by no more than this, ms, */
  slackMs: number
  /** and by no more than this part of the loop. */
  tolerance: number
  /** The loop's duration, ms: at least, and at most. */
  from: number
  limit: number
}

// What a search may cost before a longer loop is dealt instead: about a millisecond.
const MAX_STEPS = 2000
const MAX_NODES = 20_000

/**
 * How many entries of each lane make up the shortest loop in which every lane has its least entries and its share (a
 * longer one where the search for it costs too much); null where no loop within the limit does.
 *
 * The duration D only grows: the fewest entries that give each lane its share of D either add up to D, or to more
 * (then no loop is shorter than their sum), or to less (then the next larger sum of a few more entries is tried).
 */
export function shortestCounts(wanted: CountsWanted): number[] | null {
  const { lanes, slackMs, tolerance, from, limit } = wanted
  const lengths = lanes.map(lengthsOf)
  const lengthOf = (lane: number, count: number) => (lengths[lane] as Airtime)(count)
  const slack = (duration: number) => Math.min(slackMs, tolerance * duration)
  const least = lanes.map((lane) => lane.least)
  const low = [...least]
  const budget = { nodes: MAX_NODES }

  let duration = Math.max(from, sum(low.map((count, i) => lengthOf(i, count))))
  for (let step = 0; step < MAX_STEPS && budget.nodes > 0; step += 1) {
    if (duration > limit) return null
    const wait = lanes.map((lane, i) => {
      const fewest = lane.share * duration - slack(duration) - ROUNDING
      while (lengthOf(i, low[i] as number) < fewest) low[i] = (low[i] as number) + 1
      return earliest(lengthOf(i, low[i] as number), lane.share, slackMs, tolerance)
    })
    const needed = Math.max(sum(low.map((count, i) => lengthOf(i, count))), Math.ceil(Math.max(...wait)))
    if (needed > duration) {
      duration = needed
      continue
    }
    const options = lanes.map((lane, i) => {
      const most = lane.share * duration + slack(duration) + ROUNDING
      const all: Option[] = []
      for (let count = low[i] as number; all.length === 0 || (all.at(-1) as Option).ms <= most; count += 1) {
        all.push({ count, ms: lengthOf(i, count) })
      }
      return { all, within: all.filter(({ ms }) => ms <= most) }
    })
    const within = smallestSum(
      options.map((option) => option.within),
      duration,
      budget,
    )
    if (within && sum(within.map(({ ms }) => ms)) === duration) return within.map(({ count }) => count)
    const next = smallestSum(
      options.map(({ all }) => all),
      duration + 1,
      budget,
    )
    if (!next) break
    duration = sum(next.map(({ ms }) => ms))
  }
  return dealtCounts(wanted, lengthOf)
}

/** The first counts that do when each next entry is dealt to the lane whose share is due first. */
function dealtCounts(
  { lanes, slackMs, tolerance, from, limit }: CountsWanted,
  lengthOf: (lane: number, count: number) => number,
): number[] | null {
  const counts = lanes.map(() => 0)
  for (;;) {
    const airtimes = counts.map((count, i) => lengthOf(i, count))
    const duration = sum(airtimes)
    if (duration > limit) return null
    const slack = Math.min(slackMs, tolerance * duration) + ROUNDING
    const fits = lanes.every(({ least, share }, i) => {
      return (counts[i] as number) >= least && Math.abs((airtimes[i] as number) - share * duration) <= slack
    })
    if (fits && duration >= from) return counts
    const middles = lanes.map(({ share }, i) => {
      return ((airtimes[i] as number) + lengthOf(i, (counts[i] as number) + 1)) / share
    })
    const next = middles.indexOf(Math.min(...middles))
    counts[next] = (counts[next] as number) + 1
  }
}

// Shares are binary fractions; airtimes are whole ms.
const ROUNDING = 1e-6

type Airtime = (count: number) => number
type Option = { count: number; ms: number }

/** The airtime of a lane's first `count` entries. */
export function lengthsOf(lane: Lane): Airtime {
  const cycle = cycleMs(lane)
  const prefix = [0]
  for (const { ms } of lane.entries) prefix.push((prefix.at(-1) as number) + ms)
  const n = lane.entries.length
  return (count) => Math.floor(count / n) * cycle + (prefix[count % n] as number)
}

/** The shortest loop of which a lane may take `ms`. */
function earliest(ms: number, share: number, slackMs: number, tolerance: number): number {
  const bySlope = (ms - ROUNDING) / (share + tolerance)
  return bySlope * tolerance <= slackMs ? bySlope : (ms - slackMs - ROUNDING) / share
}

/** One option of each lane, so that their sum is the smallest that is at least `target`; null where none is found. */
function smallestSum(options: Option[][], target: number, budget: { nodes: number }): Option[] | null {
  // What the lanes from i on add at least and at most.
  const least = [0]
  const most = [0]
  for (const lane of [...options].reverse()) {
    least.unshift((least[0] as number) + (lane[0] as Option).ms)
    most.unshift((most[0] as number) + (lane.at(-1) as Option).ms)
  }
  let best: { total: number; chosen: Option[] } | null = null
  const seen = options.map(() => new Set<number>())
  const search = (lane: number, total: number, chosen: Option[]): void => {
    if (best?.total === target || budget.nodes <= 0) return
    budget.nodes -= 1
    if (total + (most[lane] as number) < target) return
    const smallest = total + (least[lane] as number)
    if (best && smallest >= best.total) return
    if (smallest >= target) {
      best = { total: smallest, chosen: [...chosen, ...options.slice(lane).map((rest) => rest[0] as Option)] }
      return
    }
    if (seen[lane]?.has(total)) return
    seen[lane]?.add(total)
    for (const option of options[lane] ?? []) search(lane + 1, total + option.ms, [...chosen, option])
  }
  search(0, 0, [])
  return (best as { chosen: Option[] } | null)?.chosen ?? null
}

function sum(numbers: number[]): number {
  return numbers.reduce((a, b) => a + b, 0)
}
