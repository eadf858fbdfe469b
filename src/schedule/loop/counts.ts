import { type Airtime, airtimeOf } from './airtime'
import { type CountsWanted, dealtCounts } from './dealt'
import { SHARE_ROUNDING } from './lane'
import { type Part, smallestSum } from './sums'

// What a search may cost before a longer loop is dealt instead: some milliseconds.
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
  const airtimes = lanes.map(airtimeOf)
  const low = lanes.map(({ least }) => least)
  const budget = { nodes: MAX_NODES }

  let duration = Math.max(from, sum(low, airtimes))
  for (let step = 0; step < MAX_STEPS && budget.nodes > 0; step += 1) {
    if (duration > limit) return null
    const slack = Math.min(slackMs, tolerance * duration) + SHARE_ROUNDING
    let wait = 0
    lanes.forEach(({ share }, i) => {
      const airtime = airtimes[i] as Airtime
      const fewest = fewestFor(airtime, share * duration - slack)
      if (fewest > (low[i] as number)) low[i] = fewest
      wait = Math.max(wait, earliest(airtime.of(low[i] as number), share, slackMs, tolerance))
    })
    const needed = Math.max(sum(low, airtimes), Math.ceil(wait))
    if (needed > duration) {
      duration = needed
      continue
    }
    const parts = lanes.map(({ share }, i): Part => {
      const airtime = airtimes[i] as Airtime
      const least = low[i] as number
      return { airtime, least, most: Math.max(least, airtime.within(share * duration + slack)) }
    })
    const within = smallestSum(parts, duration, budget)
    if (within && sum(within, airtimes) === duration) return within
    // With one entry more than this duration allows: a longer one may allow it.
    const next = smallestSum(
      parts.map((part) => ({ ...part, most: part.most + 1 })),
      duration + 1,
      budget,
    )
    if (!next) break
    duration = sum(next, airtimes)
  }
  return dealtCounts(wanted, airtimes)
}

/** The fewest entries that take at least `ms`. */
function fewestFor(airtime: Airtime, ms: number): number {
  const count = airtime.within(ms)
  return airtime.of(count) < ms ? count + 1 : count
}

/** The shortest loop of which a lane may take `ms`. */
function earliest(ms: number, share: number, slackMs: number, tolerance: number): number {
  const bySlope = (ms - SHARE_ROUNDING) / (share + tolerance)
  return bySlope * tolerance <= slackMs ? bySlope : (ms - slackMs - SHARE_ROUNDING) / share
}

function sum(counts: number[], airtimes: Airtime[]): number {
  return counts.reduce((total, count, i) => total + (airtimes[i] as Airtime).of(count), 0)
}
