import { setTimeout as sleep } from 'node:timers/promises'
import type { ScheduleWarning } from '../cms/collections/schedules/warnings'
import type { Adviser } from '../cms/hooks/adviser'
import { advise } from './advise'
import type { PlannedSchedule } from './advise/planned'
import type { Publisher } from './publisher'

/** How long a save waits for what was saved before it to be in the snapshot. */
const catchUpMs = 300

/** Advice from what the publisher knows; `now` in UTC ms, `timezone` that of dates where no display has one. */
export function createAdviser(options: {
  publisher: Pick<Publisher, 'snapshot' | 'idle'>
  now: () => number
  timezone: string
}) {
  const { publisher, now, timezone } = options

  function warningsOf(before: PlannedSchedule | null, after: PlannedSchedule): ScheduleWarning[] | null {
    const began = performance.now()
    const spent = () => performance.now() - began
    return advise({ snapshot: publisher.snapshot(), before, after, now: now(), timezone, spent })
  }

  /** Of what is saved: it is not in the snapshot yet, but what it names may be a moment old. */
  const ofSaved: Adviser = async ({ before, after }) => {
    await Promise.race([publisher.idle(), sleep(catchUpMs, undefined, { ref: false })])
    return warningsOf(before, after) ?? []
  }

  return {
    ofSaved,
    /** Of what stands in a form; the schedule before it is the one on air. */
    ofDraft: (after: PlannedSchedule) =>
      warningsOf(publisher.snapshot().schedules.get(String(after.id)) ?? null, after),
  }
}
