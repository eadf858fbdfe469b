import type { Weekday } from '../../../../../schedule/day'
import { type ByDay, EVERY } from '../../../../../schedule/rule'

/** Numbers of a set, ascending, those counted from the end last; three or more in a row as one range. */
export function rangesOf(values: Iterable<number>): [first: number, last: number][] {
  const sorted = [...new Set(values)].sort((a, b) => a - b)
  const runs: [number, number][] = []
  for (const value of [...sorted.filter((one) => one >= 0), ...sorted.filter((one) => one < 0)]) {
    const run = runs.at(-1)
    if (run && run[1] === value - 1 && value !== 0) run[1] = value
    else runs.push([value, value])
  }
  return runs.flatMap(([first, last]): [number, number][] =>
    last === first + 1
      ? [
          [first, first],
          [last, last],
        ]
      : [[first, last]],
  )
}

/** `a`, `a and b`, `a, b and c` */
export function listed(items: readonly string[], separator: string, lastSeparator: string): string {
  if (items.length < 2) return items.join('')
  return items.slice(0, -1).join(separator) + lastSeparator + items.at(-1)
}

/** Whether a BYDAY means all of its weekdays in the period, none the nth. */
export function isPlain(weekdays: ByDay): boolean {
  return [...weekdays.values()].every((nths) => nths.size === 1 && nths.has(EVERY))
}

/** The nth weekdays of a BYDAY, by n, those from the end last; null for all of them. */
export function nthWeekdays(weekdays: ByDay): { day: Weekday; nth: number | null }[] {
  const place = (nth: number) => (nth < 0 ? nth + 1000 : nth)
  return [...weekdays]
    .flatMap(([day, nths]) => [...nths].map((nth) => ({ day, nth })))
    .sort((a, b) => place(a.nth) - place(b.nth) || a.day - b.day)
    .map(({ day, nth }) => ({ day, nth: nth === EVERY ? null : nth }))
}
