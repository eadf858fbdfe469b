import { createHash } from 'node:crypto'
import { setImmediate as turn } from 'node:timers/promises'
import type { Display, DisplayProfile, Schedule } from '../cms/payload-types'
import { idOf, idsOf } from './ids'
import type { Snapshot } from './snapshot'

/** Displays that get the same manifest: compiled once for all of them. */
export type DisplayClass = {
  /** Names the class; equal settings and schedules give an equal key. */
  key: string
  displays: string[]
  profile: DisplayProfile
  settings: DisplaySettings
  /** The enabled schedules that target these displays, by id, sorted. */
  schedules: Schedule[]
}

export type DisplaySettings = {
  timezone: string
  operatingHours: Hours[]
  quietHours: Hours[]
  filler: string | null
  emergencyOutsideHours: boolean
  horizonDays: number
  pollSeconds: number
}

type Hours = { days: string[] | null; from: string; to: string }

/**
 * Groups the displays into classes: same profile, settings and schedules. Displays whose profile is gone are left out.
 * Which schedules fit is asked once for each shape of display, not once a display.
 */
export function classify(
  snapshot: Pick<Snapshot, 'displays' | 'display-profiles' | 'schedules'>,
): DisplayClass[] {
  const schedules = sortById([...snapshot.schedules.values()].filter(({ enabled }) => enabled !== false))
  const named = byNamedDisplay(schedules)
  const profiles = snapshot['display-profiles']
  const byShape = new Map<string, DisplayClass>()
  const classes = new Map<string, DisplayClass>()
  for (const [id, display] of snapshot.displays) {
    const profile = profiles.get(idOf(display.profile))
    if (!profile) continue
    const shape = shapeOf(display)
    const own = named.get(id)
    const known = own ? undefined : byShape.get(shape)
    if (known) {
      known.displays.push(id)
      continue
    }
    const found = classOf(display, profile, schedules, own)
    const shared = classes.get(found.key) ?? found
    shared.displays.push(id)
    classes.set(found.key, shared)
    if (!own) byShape.set(shape, shared)
  }
  return [...classes.values()]
}

/** The class of one display, without displays yet. `own`: schedules that name it. */
function classOf(
  display: Display,
  profile: DisplayProfile,
  enabled: readonly Schedule[],
  own: ReadonlySet<Schedule> | undefined,
): DisplayClass {
  const { groups, tags, settings } = placeOf(display)
  const schedules = enabled.filter((schedule) => own?.has(schedule) || fits(schedule.targets, groups, tags))
  const key = digest([profile.id, settings, schedules.map(({ id }) => id)])
  return { key, displays: [], profile, settings, schedules }
}

/** Asked of 10,000 displays at each edit: known for as long as a display's document is the same one. */
const shapes = new WeakMap<Display, string>()

/** How many displays are shaped at a time: a few ms. */
const slice = 500

/** What `classify` would have to do at once for displays that were read anew, in slices between which polls are answered. */
export async function shapeDisplays(displays: ReadonlyMap<string, Display>): Promise<void> {
  let shaped = 0
  for (const display of displays.values()) {
    if (shapes.has(display)) continue
    shapeOf(display)
    shaped += 1
    if (shaped % slice === 0) await turn()
  }
}

/** All of a display that decides its class, as a text; displays of equal shape, named by no schedule, are one class. */
function shapeOf(display: Display): string {
  const known = shapes.get(display)
  if (known !== undefined) return known
  const shape = JSON.stringify([idOf(display.profile), placeOf(display)])
  shapes.set(display, shape)
  return shape
}

function placeOf(display: Display) {
  return {
    groups: idsOf(display.groups).sort(),
    tags: [...(display.tags ?? [])].sort(),
    settings: settingsOf(display),
  }
}

export function settingsOf(display: Display): DisplaySettings {
  return {
    timezone: display.timezone,
    operatingHours: hours(display.operatingHours),
    quietHours: hours(display.quietHours),
    filler: display.filler ? idOf(display.filler) : null,
    emergencyOutsideHours: display.emergencyOutsideHours ?? true,
    horizonDays: display.horizonDays ?? 7,
    pollSeconds: display.pollSeconds ?? 30,
  }
}

/** Whether a schedule's targets name every display, or one of these groups or tags. */
function fits(targets: Schedule['targets'], groups: readonly string[], tags: readonly string[]): boolean {
  if (targets?.all) return true
  return (
    idsOf(targets?.groups).some((group) => groups.includes(group)) ||
    (targets?.tags ?? []).some((tag) => tags.includes(tag))
  )
}

function byNamedDisplay(schedules: readonly Schedule[]) {
  const named = new Map<string, Set<Schedule>>()
  for (const schedule of schedules) {
    for (const display of idsOf(schedule.targets?.displays)) {
      const own = named.get(display) ?? new Set()
      named.set(display, own.add(schedule))
    }
  }
  return named
}

function hours(rows: Display['operatingHours']): Hours[] {
  return (rows ?? []).map(({ days, from, to }) => ({ days: days?.length ? [...days] : null, from, to }))
}

function sortById(schedules: Schedule[]) {
  return schedules.sort((a, b) => (String(a.id) < String(b.id) ? -1 : 1))
}

function digest(value: unknown) {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16)
}
