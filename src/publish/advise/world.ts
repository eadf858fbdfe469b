import { type Problem, parseProblem } from '../../schedule'
import type { Interval } from '../../schedule/interval'
import type { DisplaySettings } from '../classes'
import { type ProblemContext, problemOf } from '../problem'
import type { PlannedSchedule } from './planned'

/**
 * The problem of a display with those schedules. One that the core refuses is left out, as it is on air; null where the display itself
 * is at fault.
 */
export function worldOf(
  schedules: PlannedSchedule[],
  settings: DisplaySettings,
  context: ProblemContext,
  range: Interval,
): Problem | null {
  const document = problemOf({ key: 'display', settings, schedules: schedules as never }, context, range)
  const first = parseProblem(document)
  if (first.ok) return first.problem
  const bad = new Set(first.faults.map(({ pointer }) => /^\/schedules\/(\d+)/.exec(pointer)?.[1]))
  const usable = document.schedules.filter((_, index) => !bad.has(String(index)))
  const second = parseProblem({ ...document, schedules: usable })
  return second.ok ? second.problem : null
}

/** The same world without some of its schedules. */
export function worldWithout(world: Problem, ...ids: string[]): Problem {
  return { ...world, schedules: world.schedules.filter(({ id }) => !ids.includes(id)) }
}
