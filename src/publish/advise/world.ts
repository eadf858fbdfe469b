import type { Problem } from '../../schedule'
import type { Interval } from '../../schedule/interval'
import type { DisplaySettings } from '../classes'
import { type PlannedSchedule, type ProblemContext, problemOf } from '../problem'
import { usableProblem } from '../usable'

/** The problem of a display with those schedules, as far as they are usable; null where the display itself is at fault. */
export function worldOf(
  schedules: PlannedSchedule[],
  settings: DisplaySettings,
  context: ProblemContext,
  range: Interval,
): Problem | null {
  const problem = problemOf({ key: 'display', settings, schedules }, context, range)
  const usable = usableProblem(problem)
  return usable.ok ? usable.problem : null
}

/** The same world without some of its schedules. */
export function worldWithout(world: Problem, ...ids: string[]): Problem {
  return { ...world, schedules: world.schedules.filter(({ id }) => !ids.includes(id)) }
}
