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
