import { type Fault, type Problem, parseProblem } from '../schedule'
import type { ProblemDocument } from './problem'

export type Usable =
  /** `refused`: what is wrong with the schedules that had to be left out. */
  { ok: true; problem: Problem; refused: Fault[] } | { ok: false; faults: Fault[] }

/**
 * A problem as far as the core takes it. A schedule that it refuses (written by an older version, say) is left out and told of, so
 * that one bad document never takes all others off the air.
 */
export function usableProblem(document: ProblemDocument): Usable {
  const first = parseProblem(document)
  if (first.ok) return { ok: true, problem: first.problem, refused: [] }
  const bad = new Set(first.faults.map(({ pointer }) => /^\/schedules\/(\d+)/.exec(pointer)?.[1]))
  const schedules = document.schedules.filter((_, index) => !bad.has(String(index)))
  const second = parseProblem({ ...document, schedules })
  return second.ok ? { ok: true, problem: second.problem, refused: first.faults } : second
}
