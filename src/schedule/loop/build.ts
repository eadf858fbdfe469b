import type { Day } from '../day'
import type { Entry } from '../problem'
import type { Member } from '../selection'
import { shortestCounts } from './counts'
import { cycleMs, entryAt, type Item, type Lane, longestMs } from './lane'
import { countRepeats, fewestRepeats, withoutRepeats } from './repeats'

export type LoopItem = { schedule: string | null; entry: Entry }

export type Loop = {
  items: LoopItem[]
  /** Ids of bookings that were scaled down, and of those that entries longer than half their spacing may delay. */
  overbooked: string[]
  missed: string[]
}

export type LoopWanted = {
  /** Winners first, then those that fill beside bookings. */
  ranks: Member[][]
  /** From the anchor to the segment's nominal end, ms. */
  length: number
  /** How many dates a member has had before the segment's; asked only where its cycle does not fit. */
  turnOf: (member: Member) => number
}

const TOLERANCE = 0.01
// Loops tried, from the shortest on, for one in which nothing follows itself.
const MAX_TRIES = 16

/** The loop of a segment: docs/scheduling.md, "The loop". */
export function buildLoop({ ranks, length, turnOf }: LoopWanted): Loop {
  const members = ranks.flat()
  const total = members.reduce((sum, { schedule }) => sum + (schedule?.weight ?? 1), 0)
  const lanes = members.map((member) =>
    laneOf(member, (member.schedule?.weight ?? 1) / total, length, turnOf),
  )
  return {
    items: interleave(lanes, length).map(({ lane, entry }) => ({ schedule: lane.id, entry })),
    overbooked: [],
    missed: [],
  }
}

function laneOf(member: Member, share: number, length: number, turnOf: LoopWanted['turnOf']): Lane {
  const id = member.schedule?.id ?? null
  const { entries } = member
  if (cycleMs(member) <= share * length) return { id, entries, share, least: entries.length }
  const first = turnOf(member) % entries.length
  return { id, entries: [...entries.slice(first), ...entries.slice(0, first)], share, least: 1 }
}

function interleave(lanes: Lane[], length: number): Item[] {
  const [lane] = lanes
  if (lane && lanes.length === 1) return lane.entries.map((entry) => ({ lane, entry }))
  const slackMs = longestMs(lanes)
  for (let tolerance = TOLERANCE; tolerance <= 1; tolerance *= 2) {
    const found = shortest(lanes, { slackMs, tolerance, limit: length })
    if (found) return found
  }
  if (lanes.some(({ least }) => least > 1))
    return interleave(
      lanes.map((l) => ({ ...l, least: 1 })),
      length,
    )
  return interleave(withoutWeakest(lanes), length)
}

type Bounds = { slackMs: number; tolerance: number; limit: number }

function shortest(lanes: Lane[], bounds: Bounds): Item[] | null {
  let best: Item[] | null = null
  let from = 0
  for (let tries = 0; tries < MAX_TRIES; tries += 1) {
    const counts = shortestCounts({ lanes, from, ...bounds })
    if (!counts) break
    const items = withoutRepeats(spread(lanes, counts))
    if (!best || countRepeats(items) < countRepeats(best)) best = items
    if (countRepeats(items) === fewestRepeats(items)) break
    from = items.reduce((sum, { entry }) => sum + entry.ms, 1)
  }
  return best
}

/** Each lane's entries evenly over the loop: every item stands where its middle would be if its lane had all the time. */
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
