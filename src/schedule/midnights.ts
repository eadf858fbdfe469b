import { DAY_MS } from './day'
import type { Zone } from './zone'

/**
 * The display's local midnights from the last at or before `from` to the first at or after `to`, ascending. Where a
 * midnight repeats it is the earlier instant; where one is skipped, the first instant after the gap.
 */
export function midnightsAround(zone: Zone, from: number, to: number): number[] {
  const midnights: number[] = []
  for (let day = zone.dayAt(from) - 2; day <= zone.dayAt(to) + 2; day += 1) {
    const midnight = zone.instantOf(day * DAY_MS, 'start')
    if (midnight !== midnights.at(-1)) midnights.push(midnight)
  }
  const first = midnights.findLastIndex((midnight) => midnight <= from)
  const last = midnights.findIndex((midnight) => midnight >= to)
  return midnights.slice(first, last + 1)
}
