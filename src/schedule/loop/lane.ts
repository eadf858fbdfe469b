import type { Entry } from '../problem'

/** One schedule's part in a loop: its playable entries in order, from the one with which its cycle starts. */
export type Lane = {
  /** Null: the display's filler. */
  id: string | null
  entries: Entry[]
  /** The entries from the one whose turn it is on the segment's date. */
  turned: () => Entry[]
  /** Of the airtime that bookings leave; the lanes of a loop sum to 1. */
  share: number
  /** How many entries a loop holds at least. */
  least: number
}

/** A lane that plays a number of times an hour, evenly spaced. */
export type Booking = Lane & {
  /** Scaled down where the hour is overbooked. Its share is of all airtime. */
  playsPerHour: number
  /** Two of its plays start at least so far apart. */
  spacingMs: number
}

export const HOUR_MS = 3_600_000

/** Shares are binary fractions, airtimes whole ms: a lane may seem off its share by this, ms. */
export const SHARE_ROUNDING = 1e-6

/** An entry in a loop; the same object wherever a loop holds it again, because a loop may hold a million. */
export type Item = { lane: Lane; schedule: string | null; entry: Entry }

export function cycleMs({ entries }: { entries: Entry[] }): number {
  return entries.reduce((sum, { ms }) => sum + ms, 0)
}

/** A lane's entries as items of a loop, in its order; of a long playlist only as many as are asked for. */
export function itemsOf(lane: Lane, most = lane.entries.length): Item[] {
  return lane.entries.slice(0, most).map((entry) => ({ lane, schedule: lane.id, entry }))
}

export function longestMs(lanes: Lane[]): number {
  let longest = 0
  for (const { entries } of lanes) for (const { ms } of entries) longest = Math.max(longest, ms)
  return longest
}

export function durationOf(items: Item[]): number {
  return items.reduce((sum, { entry }) => sum + entry.ms, 0)
}

/** The same lane where its whole cycle has no room. */
export function cutShort<T extends Lane>(lane: T): T {
  return lane.least > 1 ? { ...lane, entries: lane.turned(), least: 1 } : lane
}
