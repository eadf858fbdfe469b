import type { ScheduleWarning } from '../cms/collections/schedules/warnings'
import type { Interval } from '../schedule/interval'
import { type Dates, dateFindings, datesReader } from './advise/dates'
import type { Finding } from './advise/finding'
import { lookAt } from './advise/look'
import { mergeFindings } from './advise/merge'
import { type Place, placesOf } from './advise/places'
import type { PlannedChange } from './advise/planned'
import { approvedContents } from './approved'
import { withUnapprovedNever } from './display-problem'
import { idOf } from './ids'
import type { Snapshot } from './snapshot'

export type AdviseOptions = PlannedChange & {
  snapshot: Readonly<Snapshot>
  /** UTC ms. */
  now: number
  /** IANA name: the zone of dates where the schedule has none and no display is touched. */
  timezone: string
  /** Whether the time is up: no further class of displays is looked at. */
  isOver: () => boolean
  /** Lets others have their turn between two classes of displays. */
  pause: () => Promise<void>
}

const dayMs = 86_400_000
const aheadMs = 14 * dayMs

/**
 * What staff should know of a schedule as it would be, saved or not, on all displays that the change touches: what concerns it, what
 * it does to others, and gaps that it leaves. Looks at the next 14 days and, where it starts later, at 14 days from then. Null
 * where it cannot be scheduled as it stands: saving tells its faults. Never longer at a stretch than a class takes.
 */
export async function advise(options: AdviseOptions): Promise<ScheduleWarning[] | null> {
  const { snapshot, before, after, now, timezone, isOver, pause } = options
  const datesIn = datesReader(after, { calendar: snapshot.calendar, now })
  if (!datesIn(timezone) || !snapshot.playlists.has(idOf(after.playlist))) return null
  const approved = approvedContents(snapshot)
  const context = {
    playlists: snapshot.playlists,
    contents: withUnapprovedNever(snapshot.contents, approved),
    calendar: snapshot.calendar,
  }
  const places = placesOf(snapshot, { before, after })
  const findings: Finding[] = []
  let looked = 0
  for (const place of places) {
    if (looked > 0 && isOver()) break
    for (const range of rangesFor(place, datesIn(place.settings.timezone), now)) {
      findings.push(...lookAt(place, { before, after }, context, range))
    }
    looked += place.displays.length
    await pause()
  }
  const entries = snapshot.playlists.get(idOf(after.playlist))?.entries ?? []
  const someApproved = entries.some(({ content }) => approved.has(idOf(content)))
  const touched = places.reduce((sum, { displays }) => sum + displays.length, 0)
  return mergeFindings(
    [
      ...findings.map((found) => (someApproved ? found : asUnapproved(found))),
      ...generalFindings(options, places, datesIn),
      ...(looked < touched ? [about({ code: 'partly-checked', field: 'targets' })] : []),
    ],
    { snapshot, now, touched, looked },
  )
}

function rangesFor(place: Place, dates: Dates | null, now: number): Interval[] {
  const near = { from: now, to: now + aheadMs }
  const next = dates?.next?.from ?? Number.POSITIVE_INFINITY
  const later = place.after && next >= near.to && Number.isFinite(next)
  return [
    ...(place.before || (place.after && next < near.to) ? [near] : []),
    ...(later ? [{ from: next, to: next + aheadMs }] : []),
  ]
}

function asUnapproved(found: Finding): Finding {
  return found.code === 'nothing-playable' ? { ...found, aspect: 'unapproved' } : found
}

/** What is to be said of the schedule whatever its displays play. */
function generalFindings(
  { snapshot, after, now, timezone }: AdviseOptions,
  places: Place[],
  datesIn: (timezone: string) => Dates | null,
): Finding[] {
  if (after.enabled === false) return []
  const own = places.filter((place) => place.after)
  const zone = own[0]?.settings.timezone ?? timezone
  const displays = own.flatMap((place) => place.displays)
  const dates = datesIn(zone)
  const { groups, tags } = after.targets ?? {}
  const unmet = displays.length === 0 && Boolean(after.targets?.all || groups?.length || tags?.length)
  return [
    ...(dates ? dateFindings(dates, { knownYears: snapshot.calendar.knownYears, now }) : []).map((found) =>
      about({ ...found, displays, timezone: dates?.schedule.timezone ?? zone }),
    ),
    ...(unmet ? [about({ code: 'no-displays', field: 'targets' })] : []),
  ]
}

function about(found: Pick<Finding, 'code' | 'field'> & Partial<Finding>): Finding {
  return {
    aspect: 'own',
    schedules: [],
    displays: [],
    timezone: 'UTC',
    intervals: [],
    range: { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY },
    ...found,
  }
}
