import { setTimeout as sleep, setImmediate as turn } from 'node:timers/promises'
import type { ScheduleWarning } from '../cms/collections/schedules/warnings'
import type { Adviser } from '../cms/hooks/adviser'
import { advise } from './advise'
import type { PlannedChange } from './advise/planned'
import type { PlannedSchedule } from './problem'
import type { Publisher } from './publisher'

/** How long a save waits for what was saved before it to be in the snapshot. */
const catchUpMs = 300
/** How long classes of displays are looked at: somebody waits for a save, while a form is filled in meanwhile. */
const [savedMs, draftMs] = [200, 800]

/** Advice from what the publisher knows; `now` in UTC ms, `timezone` that of dates where no display has one. */
export function createAdviser(options: {
  publisher: Pick<Publisher, 'snapshot' | 'idle'>
  now: () => number
  timezone: string
}) {
  const { publisher, now, timezone } = options

  function warningsOf(change: PlannedChange, mostMs: number): Promise<ScheduleWarning[] | null> {
    const end = performance.now() + mostMs
    const isOver = () => performance.now() > end
    const snapshot = publisher.snapshot()
    return advise({ ...change, snapshot, now: now(), timezone, isOver, pause: () => turn() })
  }

  /** Of what is saved: it is not in the snapshot yet, but what it names may be a moment old. */
  const ofSaved: Adviser = async (change) => {
    await Promise.race([publisher.idle(), sleep(catchUpMs, undefined, { ref: false })])
    return (await warningsOf(change, savedMs)) ?? []
  }

  return {
    ofSaved,
    /** Of what stands in a form; the schedule before it is the one on air. */
    ofDraft(after: PlannedSchedule): Promise<ScheduleWarning[] | null> {
      const before = publisher.snapshot().schedules.get(String(after.id)) ?? null
      return warningsOf({ before, after }, draftMs)
    },
  }
}
