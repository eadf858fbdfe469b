import type { Airtime } from './airtime'
import { type Lane, SHARE_ROUNDING } from './lane'

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

/** The first counts that do when each next entry is dealt to the lane whose share is due first; null where none fit. */
export function dealtCounts(
  { lanes, slackMs, tolerance, from, limit }: CountsWanted,
  airtimes: Airtime[],
): number[] | null {
  /** When an entry is due: where its middle would be if its lane had its share at every moment. */
  const dueAt = (i: number, count: number) => {
    const airtime = airtimes[i] as Airtime
    return (airtime.of(count) + airtime.of(count + 1)) / (lanes[i]?.share ?? 1)
  }
  // No counts fit before the last lane has its least entries, so that all due by then are dealt at once.
  const start = Math.max(...lanes.map(({ least }, i) => dueAt(i, least - 1)))
  const counts = lanes.map((_, i) => {
    return firstAbove(start, (airtimes[i] as Airtime).within(limit) + 1, (count) => dueAt(i, count))
  })
  const spent = Float64Array.from(counts, (count, i) => (airtimes[i] as Airtime).of(count))
  const due = Float64Array.from(counts, (count, i) => dueAt(i, count))
  const shares = Float64Array.from(lanes, ({ share }) => share)
  let duration = spent.reduce((total, ms) => total + ms, 0)

  // The lane that was off its share is asked first, because it mostly still is.
  let off = 0
  const fits = (): boolean => {
    const slack = Math.min(slackMs, tolerance * duration) + SHARE_ROUNDING
    const isOff = (i: number) => Math.abs((spent[i] as number) - (shares[i] as number) * duration) > slack
    if (isOff(off)) return false
    for (let i = 0; i < shares.length; i += 1) {
      if (!isOff(i)) continue
      off = i
      return false
    }
    return true
  }

  while (duration <= limit) {
    if (duration >= from && fits()) return counts
    let next = 0
    for (let i = 1; i < due.length; i += 1) if ((due[i] as number) < (due[next] as number)) next = i
    const airtime = airtimes[next] as Airtime
    const count = (counts[next] as number) + 1
    counts[next] = count
    duration += airtime.of(count) - (spent[next] as number)
    spent[next] = airtime.of(count)
    due[next] = dueAt(next, count)
  }
  return null
}

/** The first whole number up to `most` of which an ascending function is above a limit. */
function firstAbove(limit: number, most: number, ascending: (count: number) => number): number {
  let [low, high] = [0, most]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (ascending(middle) > limit) high = middle
    else low = middle + 1
  }
  return low
}
