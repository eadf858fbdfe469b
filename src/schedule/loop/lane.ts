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

export type Item = { lane: Lane; entry: Entry }

export function cycleMs({ entries }: { entries: Entry[] }): number {
  return entries.reduce((sum, { ms }) => sum + ms, 0)
}

export function entryAt(lane: Lane, index: number): Entry {
  return lane.entries[index % lane.entries.length] as Entry
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
