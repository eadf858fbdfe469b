import type { Item } from './lane'

// How far from a repeat a neighbour is looked for.
const REACH = 64

/** How often a content follows itself in a loop, its wrap included. */
export function countRepeats(items: Item[]): number {
  return items.filter((item, i) => item.entry.content === at(items, i + 1).entry.content).length
}

/** The fewest repeats that any order of these items can have. */
export function fewestRepeats(items: Item[]): number {
  const counts = new Map<string, number>()
  for (const { entry } of items) counts.set(entry.content, (counts.get(entry.content) ?? 0) + 1)
  return Math.max(0, 2 * Math.max(...counts.values()) - items.length)
}

/**
 * Parts contents that follow themselves by moving another item between them, the nearest that leaves every
 * schedule's own order and makes no repeat elsewhere. What cannot be parted stays.
 */
export function withoutRepeats(items: Item[]): Item[] {
  let current = items
  for (let i = 0; i < current.length; i += 1) {
    if (at(current, i).entry.content !== at(current, i + 1).entry.content) continue
    current = part(current, i) ?? current
  }
  return current
}

/** Parts the items at `gap` and after it; null where no single move does. */
function part(items: Item[], gap: number): Item[] | null {
  const before = countRepeats(items)
  for (let distance = 1; distance <= Math.min(REACH, items.length); distance += 1) {
    for (const from of [gap + 1 + distance, gap - distance]) {
      if (from < 0 || from >= items.length) continue
      // The wrap's gap is also the one before the first item.
      const places = gap === items.length - 1 ? [items.length, 0] : [gap + 1]
      for (const place of places) {
        const moved = move(items, from, place)
        if (moved && countRepeats(moved) < before) return moved
      }
    }
  }
  return null
}

/** The items with the one at `from` put before the one at `place`; null where it would pass one of its own lane. */
function move(items: Item[], from: number, place: number): Item[] | null {
  const item = at(items, from)
  const passed = from < place ? items.slice(from + 1, place) : items.slice(place, from)
  if (passed.some(({ lane, entry }) => lane === item.lane && entry !== item.entry)) return null
  const rest = items.filter((_, i) => i !== from)
  rest.splice(from < place ? place - 1 : place, 0, item)
  return rest
}

function at(items: Item[], index: number): Item {
  return items[(index + items.length) % items.length] as Item
}
