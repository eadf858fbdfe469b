import type { Schedule } from '../../cms/payload-types'

/** A schedule that need not be saved. */
export type PlannedSchedule = Omit<Schedule, 'createdAt' | 'updatedAt'>
