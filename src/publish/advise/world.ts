import { type Problem, parseProblem, resolve, type Timeline } from '../../schedule'
import type { Interval } from '../../schedule/interval'
import type { DisplaySettings } from '../classes'
import { type ProblemContext, problemOf } from '../problem'
import type { PlannedSchedule } from './planned'

/** What a display plays in a range, if those were its schedules. Schedules that the core refuses are left out, as on air. */
export function timelineWith(
  schedules: PlannedSchedule[],
  settings: DisplaySettings,
  context: ProblemContext,
  range: Interval,
): Timeline | null {
  const problem = parsedWith(schedules, settings, context, range)
  return problem && resolve(problem)
}

/** That display's problem; null where the display itself is at fault. */
export function parsedWith(
  schedules: PlannedSchedule[],
  settings: DisplaySettings,
  context: ProblemContext,
  range: Interval,
): Problem | null {
  const sorted = [...schedules].sort((a, b) => (a.id < b.id ? -1 : 1))
  const document = problemOf({ key: 'display', settings, schedules: sorted as never }, context, range)
  const first = parseProblem(document)
  if (first.ok) return first.problem
  const bad = new Set(first.faults.map(({ pointer }) => /^\/schedules\/(\d+)/.exec(pointer)?.[1]))
  const usable = document.schedules.filter((_, index) => !bad.has(String(index)))
  const second = parseProblem({ ...document, schedules: usable })
  return second.ok ? second.problem : null
}
