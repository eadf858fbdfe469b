/** Half-open: `from` <= t < `to`. Instants or wall times, ms. */
export type Interval = { from: number; to: number }

/** Sorted, and with those that overlap or touch made one; empty ones do not occur. */
export function merge(intervals: Interval[]): Interval[] {
  const sorted = intervals.filter(({ from, to }) => from < to).sort((a, b) => a.from - b.from)
  const merged: Interval[] = []
  for (const { from, to } of sorted) {
    const last = merged.at(-1)
    if (last && from <= last.to) last.to = Math.max(last.to, to)
    else merged.push({ from, to })
  }
  return merged
}

/** The parts of sorted intervals within [from, to). */
export function clip(intervals: Interval[], from: number, to: number): Interval[] {
  return intervals
    .map((interval) => ({ from: Math.max(interval.from, from), to: Math.min(interval.to, to) }))
    .filter((interval) => interval.from < interval.to)
}

/** Where two sorted lists of intervals both hold. */
export function intersect(a: Interval[], b: Interval[]): Interval[] {
  const both: Interval[] = []
  let [i, j] = [0, 0]
  while (i < a.length && j < b.length) {
    const [x, y] = [a[i] as Interval, b[j] as Interval]
    const [from, to] = [Math.max(x.from, y.from), Math.min(x.to, y.to)]
    if (from < to) both.push({ from, to })
    if (x.to < y.to) i += 1
    else j += 1
  }
  return both
}

/** Where merged intervals do not hold, from the beginning to the end of time. */
export function complement(intervals: Interval[]): Interval[] {
  const gaps: Interval[] = []
  let from = Number.NEGATIVE_INFINITY
  for (const interval of intervals) {
    if (from < interval.from) gaps.push({ from, to: interval.from })
    from = interval.to
  }
  if (from < Number.POSITIVE_INFINITY) gaps.push({ from, to: Number.POSITIVE_INFINITY })
  return gaps
}

/**
 * Answers whether sorted intervals hold an instant. Ask in ascending order: it remembers where it was, so a sweep
 * over all of them takes linear time.
 */
export function sweeper(intervals: Interval[]): (instant: number) => boolean {
  let next = 0
  return (instant) => {
    while (next < intervals.length && (intervals[next] as Interval).to <= instant) next += 1
    const interval = intervals[next]
    return interval !== undefined && interval.from <= instant
  }
}
