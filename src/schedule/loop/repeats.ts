import type { Item } from './lane'

// How far from a repeat another item is looked for.
const REACH = 64
// How many repeats that no move parts are met before the rest are left as they are.
const PATIENCE = 6

/** How often a content follows itself in a loop, its wrap included. */
export function countRepeats(items: Item[]): number {
  let repeats = 0
  for (let i = 0; i < items.length; i += 1) if (isSame(items, i, i + 1)) repeats += 1
  return repeats
}

/** The repeats of a loop that another order of its items might not have. */
export function needlessRepeats(items: Item[]): number {
  const repeats = countRepeats(items)
  if (repeats === 0) return 0
  const counts = new Map<string, number>()
  for (const { entry } of items) counts.set(entry.content, (counts.get(entry.content) ?? 0) + 1)
  return repeats - unavoidableRepeats(counts)
}

/** How often a content follows itself in any order, for want of others between. */
export function unavoidableRepeats(counts: ReadonlyMap<string, number>): number {
  let [most, all] = [0, 0]
  for (const count of counts.values()) {
    most = Math.max(most, count)
    all += count
  }
  return Math.max(0, 2 * most - all)
}

/**
 * Parts contents that follow themselves by moving one item: the nearest other one between them, or one of the two to
 * the nearest place elsewhere, where that leaves every schedule's own order and makes no new repeat. What no single
 * move can part stays. Gives the same list where nothing was moved.
 */
export function withoutRepeats(items: Item[], needless = needlessRepeats(items)): Item[] {
  let left = needless
  let current = items
  let patience = PATIENCE
  for (let gap = 0; gap < items.length && left > 0 && patience > 0; gap += 1) {
    if (!isSame(current, gap, gap + 1)) continue
    const move = partingMove(current, gap)
    if (!move) {
      patience -= 1
      continue
    }
    if (current === items) current = [...items]
    left -= gain(current, move)
    apply(current, move)
  }
  return current
}

/** The item at `from` goes before the one at `place`. */
type Move = { from: number; place: number }

/** Parts the items at `gap` and after it; null where no single move does. */
function partingMove(items: Item[], gap: number): Move | null {
  const { length } = items
  const second = (gap + 1) % length
  // The wrap's gap is both after the last item and before the first.
  const between = gap === length - 1 ? [length, 0] : [second]
  const parts = (move: Move) => gain(items, move) > 0 && keepsOrder(items, move)
  for (let distance = 1; distance <= Math.min(REACH, length); distance += 1) {
    const after = (second + distance) % length
    const before = (gap - distance + length) % length
    for (const other of [after, before]) {
      for (const place of between) if (parts({ from: other, place })) return { from: other, place }
      for (const from of [gap, second]) {
        for (const place of [other, other + 1]) if (parts({ from, place })) return { from, place }
      }
    }
  }
  return null
}

/** How many repeats fewer there are after a move. */
function gain(items: Item[], { from, place }: Move): number {
  if (place === from || place === from + 1) return 0
  const repeat = (a: number, b: number) => (isSame(items, a, b) ? 1 : 0)
  const before = repeat(from - 1, from) + repeat(from, from + 1) + repeat(place - 1, place)
  return before - repeat(from - 1, from + 1) - repeat(place - 1, from) - repeat(from, place)
}

/** Whether the item passes none of its own schedule's but its like. */
function keepsOrder(items: Item[], { from, place }: Move): boolean {
  const { lane, entry } = at(items, from)
  const [first, end] = from < place ? [from + 1, place] : [place, from]
  for (let i = first; i < end; i += 1) {
    const passed = at(items, i)
    if (passed.lane === lane && passed.entry !== entry) return false
  }
  return true
}

function apply(items: Item[], { from, place }: Move): void {
  const [item] = items.splice(from, 1) as [Item]
  items.splice(from < place ? place - 1 : place, 0, item)
}

function isSame(items: Item[], a: number, b: number): boolean {
  return at(items, a).entry.content === at(items, b).entry.content
}

function at(items: Item[], index: number): Item {
  return items[(index + items.length) % items.length] as Item
}
