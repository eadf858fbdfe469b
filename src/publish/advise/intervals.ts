import { clip, type Interval, merge } from '../../schedule/interval'

/** What lies in some of `intervals` and in none of `others`. */
export function without(intervals: Interval[], others: Interval[]): Interval[] {
  const holes = merge(others)
  return merge(intervals).flatMap(({ from, to }) => {
    const left: Interval[] = []
    let at = from
    for (const hole of clip(holes, from, to)) {
      if (hole.from > at) left.push({ from: at, to: hole.from })
      at = hole.to
    }
    return at < to ? [...left, { from: at, to }] : left
  })
}

/** What lies in both. */
export function within(intervals: Interval[], others: Interval[]): Interval[] {
  const merged = merge(intervals)
  return merge(others).flatMap(({ from, to }) => clip(merged, from, to))
}
