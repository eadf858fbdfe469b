import { draftProblem } from '../../cms/collections/schedules/draftProblem'
import { type Occurrence, type Problem, upcoming } from '../../schedule'
import { civilOf, DAY_MS, dayOf } from '../../schedule/day'
import { windowOf } from '../../schedule/occurrences'
import { zoneOf } from '../../schedule/zone'
import type { PlannedSchedule } from '../problem'
import type { Snapshot } from '../snapshot'
import type { Found } from './finding'

/** When a schedule is active, in a zone that counts where it has none of its own. */
export type Dates = { schedule: Problem['schedules'][number]; next: Occurrence | null }

/** Reads a schedule's dates; null where they, or other fields of it, are at fault. Each zone is read once. */
export function datesReader(
  planned: PlannedSchedule,
  { calendar, now }: { calendar: Snapshot['calendar']; now: number },
): (timezone: string) => Dates | null {
  const known = new Map<string, Dates | null>()
  const read = (timezone: string): Dates | null => {
    const parsed = draftProblem(planned, { timezone, calendar })
    const [schedule] = parsed.ok ? parsed.problem.schedules : []
    if (!parsed.ok || !schedule) return null
    const [next] = upcoming(schedule, parsed.problem.calendar, now, 1).occurrences
    return { schedule, next: next ?? null }
  }
  return (timezone) => {
    const dates = known.get(timezone) ?? read(timezone)
    known.set(timezone, dates)
    return dates
  }
}

/** A schedule without an end meets every year to come: only one that begins this soon is worth a warning. */
const soonMs = 60 * DAY_MS

/** What is to be said of its dates alone: that there are no more, or that they fall in a year whose calendar is unknown. */
export function dateFindings(
  { schedule, next }: Dates,
  { knownYears, now }: { knownYears: readonly number[]; now: number },
): Found[] {
  const zone = zoneOf(schedule.timezone)
  const window = windowOf(schedule, zone)
  if (!next) {
    const never: Pick<Found, 'code' | 'schedules' | 'intervals'> = {
      code: 'never-active',
      schedules: [],
      intervals: [],
    }
    if (window.to <= now) return [{ ...never, aspect: 'over', field: 'end' }]
    const field = schedule.rule ? 'rrule' : schedule.dayparts.every(isWholeWeek) ? 'start' : 'dayparts'
    return [{ ...never, aspect: 'own', field }]
  }
  if (schedule.dayTypes.size !== 1) return []
  const from = Math.max(now, next.from)
  const to = Number.isFinite(window.to) ? window.to : from + soonMs
  const yearAt = (instant: number) => civilOf(zone.dayAt(instant)).year
  for (let year = yearAt(from); year <= yearAt(to - 1); year += 1) {
    if (knownYears.includes(year)) continue
    const startOf = (one: number) => zone.instantOf(dayOf(one, 1, 1) * DAY_MS, 'start')
    const intervals = [{ from: startOf(year), to: startOf(year + 1) }]
    return [{ code: 'calendar-unknown', aspect: 'own', field: 'dayTypes', schedules: [], intervals }]
  }
  return []
}

function isWholeWeek({ days }: { days: ReadonlySet<number> }): boolean {
  return days.size === 7
}
