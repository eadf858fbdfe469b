import { type Problem, resolve, type Timeline, type Warning } from '../../schedule'
import { sweep } from '../../schedule/stretches'
import type { PlannedSchedule } from '../problem'
import type { Found } from './finding'
import { without } from './intervals'

/** What happens to other schedules that would not happen without this one; `otherwise` is the world without it. */
export function othersFindings(timeline: Timeline, otherwise: Problem, after: PlannedSchedule): Found[] {
  const suffered = timeline.warnings.filter(({ schedules }) => !schedules.includes(after.id))
  return [...outrankedFindings(suffered, otherwise, after), ...bookingFindings(suffered, otherwise, after)]
}

/** A sweep says who would win without this one; the loops, which cost ten times as much, are not needed for it. */
function outrankedFindings(suffered: Warning[], otherwise: Problem, after: PlannedSchedule): Found[] {
  const outranked = suffered.filter(({ code }) => code === 'always-outranked')
  if (outranked.length === 0) return []
  const { from, to } = otherwise
  const stretches = sweep(otherwise).stretches.filter((stretch) => stretch.from < to && stretch.to > from)
  const selections = new Set(stretches.map(({ selection }) => selection))
  const winners = new Set(
    [...selections].flatMap(({ ranks }) => ranks.flat().map(({ schedule }) => schedule?.id)),
  )
  return groupById(outranked)
    .filter(([id]) => winners.has(id))
    .map(([id, intervals]) => {
      const equal = otherwise.schedules.find((one) => one.id === id)?.level === after.level
      const field = equal ? 'priority' : 'level'
      return { code: 'always-outranked', aspect: 'others', field, schedules: [id], intervals }
    })
}

function bookingFindings(suffered: Warning[], otherwise: Problem, after: PlannedSchedule): Found[] {
  const hurt = (warnings: Warning[], wanted: Warning['code']) =>
    warnings.filter(({ code }) => code === wanted)
  const codes = (['overbooked', 'booking-missed'] as const).filter((code) => hurt(suffered, code).length > 0)
  if (codes.length === 0) return []
  const { warnings } = resolve(otherwise)
  return codes.flatMap((code) => {
    const anyway = new Map(groupById(hurt(warnings, code)))
    return groupById(hurt(suffered, code)).flatMap(([id, times]): Found[] => {
      const intervals = without(times, anyway.get(id) ?? [])
      if (intervals.length === 0) return []
      return [{ code, aspect: 'others', field: fieldOf(code, after), schedules: [id], intervals }]
    })
  })
}

/** What of this schedule leaves the others' bookings no room, or is too long beside them. */
function fieldOf(code: 'overbooked' | 'booking-missed', after: PlannedSchedule): Found['field'] {
  if (code === 'booking-missed') return 'playlist'
  return after.playsPerHour ? 'playsPerHour' : 'level'
}

function groupById(warnings: Warning[]): [id: string, warnings: Warning[]][] {
  const groups = new Map<string, Warning[]>()
  for (const warning of warnings) {
    for (const id of warning.schedules) groups.set(id, [...(groups.get(id) ?? []), warning])
  }
  return [...groups]
}
