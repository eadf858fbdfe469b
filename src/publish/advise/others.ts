import { type Problem, resolve, type Timeline, type Warning } from '../../schedule'
import type { PlannedSchedule } from '../problem'
import type { Found } from './finding'
import { without } from './intervals'

const codes = ['overbooked', 'booking-missed', 'always-outranked'] as const

type Code = (typeof codes)[number]

/** What happens to other schedules that would not happen without this one; `otherwise` is the world without it. */
export function othersFindings(timeline: Timeline, otherwise: Problem, after: PlannedSchedule): Found[] {
  const suffered = timeline.warnings.filter(({ schedules }) => !schedules.includes(after.id))
  const now = new Map(codes.map((code) => [code, timesById(suffered, code)]))
  if ([...now.values()].every((times) => times.size === 0)) return []
  const { warnings } = resolve(otherwise)
  return codes.flatMap((code) => {
    const anyway = timesById(warnings, code)
    return [...(now.get(code) ?? [])].flatMap(([id, times]): Found[] => {
      const intervals = without(times, anyway.get(id) ?? [])
      if (intervals.length === 0) return []
      const level = otherwise.schedules.find((one) => one.id === id)?.level
      const field = fieldOf(code, after, level === after.level)
      return [{ code, aspect: 'others', field, schedules: [id], intervals }]
    })
  })
}

function timesById(warnings: Warning[], wanted: Code): Map<string, Warning[]> {
  const times = new Map<string, Warning[]>()
  for (const warning of warnings.filter(({ code }) => code === wanted)) {
    for (const id of warning.schedules) times.set(id, [...(times.get(id) ?? []), warning])
  }
  return times
}

/** What of this schedule does that: its rank, or its contents that are too long beside a booking. */
function fieldOf(code: Code, after: PlannedSchedule, equal: boolean): Found['field'] {
  if (code === 'booking-missed') return 'playlist'
  if (code === 'overbooked' && after.playsPerHour) return 'playsPerHour'
  return equal && code === 'always-outranked' ? 'priority' : 'level'
}
