import type { Item, Lane } from './lane'

// What a search may cost before it is given up.
const MAX_STEPS = 2000

/**
 * The items in an order in which no content follows itself, the wrap included: each lane's own order stays, and the rest
 * of the order given where it can. Null where there is none, or none was found at a bounded cost.
 */
export function interleaved(items: Item[]): Item[] | null {
  if (items.length > MAX_STEPS) return null
  const queues = queuesOf(items)
  const left = new Map<string, number>()
  for (const { entry } of items) left.set(entry.content, (left.get(entry.content) ?? 0) + 1)
  const taken: Item[] = []
  let steps = 0

  /** Whether more of one content is left than the others can part, between what stands last and the loop's first. */
  const isHopeless = (): boolean => {
    const room = items.length - taken.length + 1
    const ends = [taken.at(-1)?.entry.content, taken[0]?.entry.content]
    for (const [content, count] of left) {
      if (count > 0 && 2 * count > room - ends.filter((end) => end === content).length) return true
    }
    return false
  }

  const search = (): boolean => {
    if (taken.length === items.length) return true
    steps += 1
    if (steps > MAX_STEPS || isHopeless()) return false
    const last = taken.at(-1)?.entry.content
    const next = queues.filter((queue) => queue.next < queue.places.length)
    for (const queue of next.sort((a, b) => placeOf(a) - placeOf(b))) {
      const item = items[placeOf(queue)] as Item
      const { content } = item.entry
      if (content === last) continue
      const count = left.get(content) ?? 0
      queue.next += 1
      left.set(content, count - 1)
      taken.push(item)
      if (search()) return true
      taken.pop()
      left.set(content, count)
      queue.next -= 1
    }
    return false
  }
  return search() ? taken : null
}

/** Where a lane's items stand, and which of them comes next. */
type Queue = { places: number[]; next: number }

function placeOf({ places, next }: Queue): number {
  return places[next] as number
}

function queuesOf(items: Item[]): Queue[] {
  const queues = new Map<Lane, Queue>()
  items.forEach(({ lane }, place) => {
    const queue = queues.get(lane) ?? { places: [], next: 0 }
    queue.places.push(place)
    queues.set(lane, queue)
  })
  return [...queues.values()]
}
