import { coreFaults } from '../../faults/coreFaults'
import type { DocumentFault } from '../../faults/fault'
import { draftProblem, type ScheduleDraft } from './draftProblem'

/** All that the scheduler would find fault with, put to it as a problem of one schedule for one display. */
export function scheduleFaults(schedule: ScheduleDraft): DocumentFault[] {
  const parsed = draftProblem(schedule, { timezone: 'UTC' })
  return parsed.ok ? [] : coreFaults(parsed.faults, '/schedules/0')
}
