/**
 * The guarantees of docs/scheduling.md, "The loop", read anew from its text: nothing here knows how loops are made.
 * Times are whole ms.
 */

const HOUR = 3_600_000
// Shares and scaled plays are fractions; what is exact in the text may be off by a rounding error.
const EPSILON = 1e-6

/** A schedule that may share a loop. */
export type Lane = {
  id: string
  /** Lengths and contents of its playable entries, in the playlist's order. */
  entries: { content: string; ms: number }[]
  weight: number
  playsPerHour: number | null
  /** How many dates it has had before the segment's. */
  turn: number
}

type Item = { content: string; schedule: string; ms: number }

export type Given = {
  /** Winners first, then those that fill beside bookings. */
  ranks: Lane[][]
  /** From the anchor to the segment's nominal end. */
  length: number
  loop: Item[]
  overbooked: string[]
  missed: string[]
}

/** What the contract lets bookings ask for, scaled down where it must be, and what is left of the hour. */
type Demand = { plays: Map<string, number>; overbooked: string[]; left: number; unbooked: Lane[] }

/** The guarantees that a loop breaks, in words. */
export function violations(given: Given): string[] {
  const demand = demandOf(given.ranks)
  return [
    ...orderOf(given),
    ...lengthOf(given),
    ...bookingsOf(given, demand),
    ...sharesOf(given, demand),
    ...cyclesOf(given, demand),
    ...repeatsOf(given),
  ]
}

function demandOf(ranks: Lane[][]): Demand {
  const demand: Demand = { plays: new Map(), overbooked: [], left: HOUR, unbooked: [] }
  for (const rank of ranks) {
    if (demand.left <= EPSILON) break
    const booked = rank.filter(({ playsPerHour }) => playsPerHour !== null)
    const asked = sum(booked.map((lane) => Number(lane.playsPerHour) * meanOf(lane)))
    const room = booked.length < rank.length ? demand.left * 0.9 : demand.left
    const factor = asked > room + EPSILON ? room / asked : 1
    for (const lane of booked) demand.plays.set(lane.id, Number(lane.playsPerHour) * factor)
    if (factor < 1) demand.overbooked.push(...booked.map(({ id }) => id))
    demand.left -= asked * factor
    demand.unbooked.push(...rank.filter(({ playsPerHour }) => playsPerHour === null))
  }
  return demand
}

/** 1: each schedule's entries in its playlist's order, cyclically; alone, exactly its playlist. */
function orderOf({ ranks, loop }: Given): string[] {
  const lanes = ranks.flat()
  const broken = lanes.filter((lane) => {
    const items = itemsOf(loop, lane)
    const first = items[0]
    if (!first) return false
    return !lane.entries.some((_, start) =>
      items.every((item, i) => isEntry(item, lane.entries[(start + i) % lane.entries.length])),
    )
  })
  const ids = new Set(loop.map(({ schedule }) => schedule))
  const [only] = [...ids]
  const alone =
    ids.size === 1 && itemsOf(loop, laneOf(lanes, only)).length !== laneOf(lanes, only).entries.length
  return [...broken.map(({ id }) => `order of ${id}`), ...(alone ? ['alone, and not its playlist'] : [])]
}

/** 6: never longer than its segment, but for one schedule alone; at least an hour with bookings, where the segment is. */
function lengthOf({ ranks, loop, length }: Given): string[] {
  const duration = durationOf(loop)
  const ids = new Set(loop.map(({ schedule }) => schedule))
  const booked = ranks.flat().some(({ playsPerHour }) => playsPerHour !== null)
  const found: string[] = []
  if (ids.size > 1 && duration > length) found.push(`longer than its segment: ${duration} > ${length}`)
  if (ids.size > 1 && booked && length >= HOUR && duration < HOUR)
    found.push(`shorter than an hour: ${duration}`)
  return found
}

/** 2: plays of every whole hour, spacing, the fraction of a short segment, and the two warnings. */
function bookingsOf({ ranks, loop, length, overbooked, missed }: Given, demand: Demand): string[] {
  const found: string[] = []
  const lanes = ranks.flat()
  const same = (a: string[], b: string[]) => [...a].sort().join() === [...b].sort().join()
  if (!same(overbooked, demand.overbooked)) {
    found.push(`overbooked is ${overbooked}, not ${demand.overbooked}`)
  }
  const longest = largest(loop.map(({ ms }) => ms))
  const late = [...demand.plays.keys()].filter((id) => longest > spacingOf(laneOf(lanes, id)))
  if (!same(missed, late)) found.push(`booking-missed is ${missed}, not ${late}`)
  // Where nothing fills the time between, bookings repeat back to back, so that only their proportion is left.
  if (demand.unbooked.length === 0) return found
  for (const [id, plays] of demand.plays) {
    if (late.includes(id)) continue
    const starts = startsOf(loop, id, length)
    const spacing = spacingOf(laneOf(lanes, id))
    const closest = Math.min(...starts.slice(1).map((start, i) => start - (starts[i] as number)))
    if (closest < spacing - EPSILON) found.push(`spacing of ${id}: ${closest} < ${spacing}`)
    if (length < HOUR) {
      const part = (plays * length) / HOUR
      if (starts.length < 1 || Math.abs(starts.length - part) > 1 + EPSILON) {
        found.push(`plays of ${id}: ${starts.length} of ${part} in ${length}`)
      }
    }
    const hours = Math.floor(length / HOUR)
    const counts = new Array<number>(hours).fill(0)
    for (const start of starts) {
      const hour = Math.floor(start / HOUR)
      if (hour < hours) counts[hour] = (counts[hour] as number) + 1
    }
    const worst = counts.findIndex((count) => Math.abs(count - plays) > 1 + EPSILON)
    if (worst >= 0) found.push(`plays of ${id} in hour ${worst}: ${counts[worst]} of ${plays}`)
  }
  return found
}

/** 3: shares of the airtime that bookings leave, off by at most the longest entry of any winner and 1 %. */
function sharesOf({ ranks, loop, length }: Given, { unbooked }: Demand): string[] {
  if (unbooked.length < 2 || new Set(loop.map(({ schedule }) => schedule)).size === 1) return []
  const duration = durationOf(loop)
  const heaviest = Math.max(...unbooked.map(({ weight }) => weight))
  const weights = sum(unbooked.map(({ weight }) => weight / heaviest))
  const airtimes = unbooked.map((lane) => sum(itemsOf(loop, lane).map(({ ms }) => ms)))
  const longest = Math.max(...ranks.flat().flatMap(({ entries }) => entries.map(({ ms }) => ms)))
  const off = unbooked.map(({ weight }, i) =>
    Math.abs((airtimes[i] as number) - (sum(airtimes) * weight) / heaviest / weights),
  )
  // At a hundred times the longest entry, an entry is 1 %; with bookings between, at a hundred and twenty hours none is missed.
  const enough = 100 * longest * (ranks.length + 1) + 2 * HOUR
  const found: string[] = []
  unbooked.forEach(({ id }, i) => {
    const by = off[i] as number
    if (by > longest + EPSILON && (airtimes[i] as number) > 0) found.push(`share of ${id}: off by ${by}`)
    else if (length >= enough && by > duration / 100 + EPSILON)
      found.push(`1 % of ${id}: off by ${by} of ${duration}`)
  })
  return found
}

/** 4: a whole cycle where the segment is long enough for that at the schedule's own share; else from its turn. */
function cyclesOf({ ranks, loop, length }: Given, { plays, unbooked, left }: Demand): string[] {
  const found: string[] = []
  const heaviest = Math.max(...unbooked.map(({ weight }) => weight))
  const weights = sum(unbooked.map(({ weight }) => weight / heaviest))
  for (const lane of ranks.flat()) {
    const items = itemsOf(loop, lane)
    const held = plays.has(lane.id) || unbooked.includes(lane)
    if (!held || items.length === 0) continue
    const { entries, turn } = lane
    const n = plays.get(lane.id)
    // Bookings that nothing fills beside have all the time.
    const stretch = unbooked.length > 0 ? 1 : HOUR / (HOUR - left)
    const room =
      n === undefined
        ? ((lane.weight / heaviest / weights) * left * length) / HOUR - sum(entries.map(({ ms }) => ms))
        : (n * stretch * length) / HOUR - entries.length
    const [first] = items
    if (room < -EPSILON && !isEntry(first, entries[turn % entries.length])) found.push(`turn of ${lane.id}`)
    if (room > EPSILON && items.length < entries.length) {
      // What the earlier guarantees leave no room for starts at its turn too.
      found.push(`cycle of ${lane.id}: ${items.length} of ${entries.length}`)
    } else if (items.length >= entries.length && room > EPSILON && !isEntry(first, entries[0])) {
      found.push(`start of ${lane.id}`)
    }
  }
  return found
}

/** 5: where every content has a neighbour of another kind to spare, nothing follows itself. Only the clear cases. */
function repeatsOf({ loop }: Given): string[] {
  const repeats = loop.filter(({ content }, i) => content === loop[(i + 1) % loop.length]?.content)
  if (repeats.length === 0 || new Set(loop.map(({ schedule }) => schedule)).size === 1) return []
  const counts = new Map<string, number>()
  for (const { content } of loop) counts.set(content, (counts.get(content) ?? 0) + 1)
  const most = Math.max(...counts.values())
  return 4 * most <= loop.length ? [`${repeats.length} repeats of ${repeats[0]?.content}`] : []
}

function startsOf(loop: Item[], id: string, length: number): number[] {
  const starts: number[] = []
  for (let at = 0; at < length; ) {
    for (const { schedule, ms } of loop) {
      if (schedule === id && at < length) starts.push(at)
      at += ms
    }
  }
  return starts
}

export function durationOf(loop: Item[]): number {
  return sum(loop.map(({ ms }) => ms))
}

function itemsOf(loop: Item[], { id }: Lane): Item[] {
  return loop.filter(({ schedule }) => schedule === id)
}

function laneOf(lanes: Lane[], id: string | undefined): Lane {
  return lanes.find((lane) => lane.id === id) as Lane
}

function isEntry(item: Item | undefined, entry: Lane['entries'][number] | undefined): boolean {
  return item?.content === entry?.content && item?.ms === entry?.ms
}

function spacingOf({ playsPerHour }: Lane): number {
  return HOUR / Number(playsPerHour) / 2
}

function meanOf({ entries }: Lane): number {
  return sum(entries.map(({ ms }) => ms)) / entries.length
}

function largest(numbers: number[]): number {
  return numbers.reduce((a, b) => Math.max(a, b), 0)
}

function sum(numbers: number[]): number {
  return numbers.reduce((a, b) => a + b, 0)
}
