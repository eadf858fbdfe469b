import type { Problem } from './problem'
import type { Run } from './runs'
import type { Sweep } from './stretches'

export type WarningCode =
  | 'overbooked'
  | 'booking-missed'
  | 'never-active'
  | 'always-outranked'
  | 'nothing-playable'
  | 'takeover-conflict'
  | 'gap'
  | 'expires'

/** Something that an operator should look at, for [from, to) within the range asked for. */
export type Warning = { code: WarningCode; schedules: string[]; from: number; to: number; message: string }

export function warningsOf(_problem: Problem, _sweep: Sweep, _runs: Run[]): Warning[] {
  return []
}
