import { resolve } from '../../schedule'
import type { Interval } from '../../schedule/interval'
import type { ProblemContext } from '../problem'
import type { Finding } from './finding'
import { gapFindings, playingTimes } from './gaps'
import { othersFindings } from './others'
import { ownFindings } from './own'
import type { Place } from './places'
import { beforeId, type PlannedChange } from './planned'
import { worldOf, worldWithout } from './world'

/** What the change does on one class of displays in one range. */
export function lookAt(
  place: Place,
  { before, after }: PlannedChange,
  context: ProblemContext,
  range: Interval,
): Finding[] {
  const was = place.before && before ? [{ ...before, id: beforeId }] : []
  const schedules = [...place.others, ...(place.after ? [after] : []), ...was]
  const world = worldOf(schedules, place.settings, context, range)
  if (!world) return []
  const timeline = resolve(worldWithout(world, beforeId))
  const standsIn = place.after && (after.level === 'normal' || after.level === 'filler')
  const found = [
    ...(place.after ? ownFindings(timeline, after, place.others) : []),
    ...(place.after ? othersFindings(timeline, worldWithout(world, beforeId, after.id), after) : []),
    ...gapFindings(timeline, { previous: playingTimes(world, beforeId), remaining: standsIn }),
  ]
  const { displays, settings } = place
  return found.map((one) => ({ ...one, displays, timezone: settings.timezone, range }))
}
