import type { Item, Lane } from './lane'

/** One schedule alone: its playlist, from the entry with which its cycle starts, however long that is. */
export function aloneLoop(lane: Lane): Item[] {
  return lane.entries.map((entry) => ({ lane, entry }))
}
