import { classify, type DisplaySettings } from '../classes'
import type { PlannedSchedule } from '../problem'
import type { Snapshot } from '../snapshot'
import { beforeId, type PlannedChange } from './planned'

/** Displays on which a change of a schedule does the same. */
export type Place = {
  displays: string[]
  settings: DisplaySettings
  /** The other schedules that are on air there. */
  others: PlannedSchedule[]
  /** Whether the schedule was on air there before the change, and is after it. */
  before: boolean
  after: boolean
}

const afterId = 'as after'

/** The displays that a change touches, those that it takes the schedule from included; where most are, first. */
export function placesOf(
  snapshot: Pick<Snapshot, 'displays' | 'display-profiles' | 'schedules'>,
  { before, after }: PlannedChange,
): Place[] {
  const schedules = new Map<string, PlannedSchedule>(snapshot.schedules)
  schedules.delete(after.id)
  if (before) schedules.set(beforeId, { ...before, id: beforeId })
  schedules.set(afterId, { ...after, id: afterId })
  const classes = classify({ ...snapshot, schedules: schedules as Snapshot['schedules'] })
  const places = new Map<string, Place>()
  for (const { displays, settings, schedules: all } of classes) {
    const has = (id: string) => all.some((schedule) => schedule.id === id)
    if (!has(beforeId) && !has(afterId)) continue
    const others = all.filter(({ id }) => id !== beforeId && id !== afterId)
    const { horizonDays, pollSeconds, ...decisive } = settings
    // Screens of different shapes play alike.
    const key = JSON.stringify([decisive, all.map(({ id }) => id)])
    const known = places.get(key)
    if (known) known.displays.push(...displays)
    else {
      places.set(key, {
        displays: [...displays],
        settings,
        others,
        before: has(beforeId),
        after: has(afterId),
      })
    }
  }
  return [...places.values()].sort((a, b) => b.displays.length - a.displays.length)
}
