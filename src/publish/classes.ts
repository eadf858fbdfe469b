import { createHash } from 'node:crypto'
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
 * Which schedules fit is asked once for each set of groups and tags, not once a display.
 */
export function classify(
  snapshot: Pick<Snapshot, 'displays' | 'display-profiles' | 'schedules'>,
): DisplayClass[] {
  const schedules = [...snapshot.schedules.values()].filter(({ enabled }) => enabled !== false)
  const named = byNamedDisplay(schedules)
  const fitting = new Map<string, Schedule[]>()
  const classes = new Map<string, DisplayClass>()
  for (const display of snapshot.displays.values()) {
    const profile = snapshot['display-profiles'].get(idOf(display.profile))
    if (!profile) continue
    const groups = idsOf(display.groups).sort()
    const tags = [...(display.tags ?? [])].sort()
    const shape = JSON.stringify([groups, tags])
    const byShape = fitting.get(shape) ?? schedules.filter(({ targets }) => fits(targets, groups, tags))
    fitting.set(shape, byShape)
    const all = sortById([...new Set([...byShape, ...(named.get(String(display.id)) ?? [])])])
    const settings = settingsOf(display)
    const key = digest([profile.id, settings, all.map(({ id }) => id)])
    const existing = classes.get(key)
    if (existing) existing.displays.push(String(display.id))
    else classes.set(key, { key, displays: [String(display.id)], profile, settings, schedules: all })
  }
  return [...classes.values()]
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

function byNamedDisplay(schedules: Schedule[]) {
  const named = new Map<string, Schedule[]>()
  for (const schedule of schedules) {
    for (const display of idsOf(schedule.targets?.displays)) {
      named.set(display, [...(named.get(display) ?? []), schedule])
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
