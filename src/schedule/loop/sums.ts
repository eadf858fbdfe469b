import type { Airtime } from './airtime'

/** A lane's part in a sum: the airtime of `least` to `most` of its entries. */
export type Part = { airtime: Airtime; least: number; most: number }

/**
 * How many entries of each part have the smallest sum of at least `target` ms; null where there is none. Every lane that
 * is looked at spends one of the budget, and once that is spent the best so far is given: it may not be the smallest.
 */
export function smallestSum(parts: Part[], target: number, budget: { nodes: number }): number[] | null {
  const lanes = parts.length
  // What the parts from i on add at least and at most.
  const least = new Float64Array(lanes + 1)
  const most = new Float64Array(lanes + 1)
  for (let i = lanes - 1; i >= 0; i -= 1) {
    const { airtime, least: few, most: many } = parts[i] as Part
    least[i] = (least[i + 1] as number) + airtime.of(few)
    most[i] = (most[i + 1] as number) + airtime.of(many)
  }
  let best = Number.POSITIVE_INFINITY
  let found: number[] | null = null
  const counts = parts.map((part) => part.least)
  const seen = parts.map(() => new Set<number>())

  const search = (lane: number, total: number): void => {
    if (best === target || budget.nodes <= 0) return
    budget.nodes -= 1
    const smallest = total + (least[lane] as number)
    if (smallest >= best) return
    if (smallest >= target) {
      best = smallest
      found = [...counts.slice(0, lane), ...parts.slice(lane).map((part) => part.least)]
      return
    }
    if (lane === lanes || seen[lane]?.has(total)) return
    seen[lane]?.add(total)
    const part = parts[lane] as Part
    // With fewer the others cannot make up for what is missing.
    const missing = target - total - (most[lane + 1] as number)
    const from = Math.max(part.least, part.airtime.within(missing - 1) + 1)
    for (let count = from; count <= part.most && budget.nodes > 0; count += 1) {
      const next = total + part.airtime.of(count)
      if (next + (least[lane + 1] as number) >= best) break
      counts[lane] = count
      search(lane + 1, next)
    }
  }
  if ((most[0] as number) >= target) search(0, 0)
  return found
}
