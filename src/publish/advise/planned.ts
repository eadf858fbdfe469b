import type { PlannedSchedule } from '../problem'

/** A change of a schedule; `before` is null where it is new. */
export type PlannedChange = { before: PlannedSchedule | null; after: PlannedSchedule }

/** Stands for the schedule before the change, beside the one after it. No id of a document has a space. */
export const beforeId = 'as before'
