import type { ScheduleWarning } from '../collections/schedules/warnings'
import type { Schedule } from '../payload-types'

/** Warns of what a saved schedule does to the displays; `before` is what it was, null where it is new. */
export type Adviser = (change: { before: Schedule | null; after: Schedule }) => Promise<ScheduleWarning[]>

// Next bundles this module anew; one process has one adviser all the same.
const key = Symbol.for('xuanbo.adviser')
const shared = globalThis as { [key]?: Adviser }

/** Has schedules that are saved looked at from now on; returns how to stop it. The server does so: the CMS alone knows of no displays. */
export function setAdviser(adviser: Adviser): () => void {
  shared[key] = adviser
  return () => {
    if (shared[key] === adviser) delete shared[key]
  }
}

/** The adviser, where there is one. */
export function adviserInForce(): Adviser | undefined {
  return shared[key]
}
