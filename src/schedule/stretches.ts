import { clip, type Interval, sweeper } from './interval'
import { midnightsAround } from './midnights'
import { activeIntervals, daypartIntervals } from './occurrences'
import { type Playable, playableAt, playableChanges } from './playable'
import type { Entry, Problem, Schedule } from './problem'
import { type Selection, selectorOf } from './selection'
import { zoneOf } from './zone'

/** A time in which nothing changes at all. */
export type Stretch = Interval & {
  /** A local midnight of the display. */
  midnight: boolean
  muted: boolean
  /** The same object for stretches with the same winners, fillers beside them, and playable entries of both. */
  selection: Selection
}

/** A schedule that is enabled and targets the display, and when it is active. */
export type Candidate = { schedule: Schedule; active: Interval[] }

export type Sweep = {
  /** The days swept, whole. */
  days: Interval
  /** Sorted by id. */
  candidates: Candidate[]
  /** When the display is within its operating hours. */
  open: Interval[]
  stretches: Stretch[]
}

/** Cuts the display's days that hold [from, to) into stretches; they start and end at local midnights. */
export function sweep(problem: Problem): Sweep {
  const { display } = problem
  const zone = zoneOf(display.timezone)
  const midnights = midnightsAround(zone, problem.from, problem.to)
  const days: Interval = { from: midnights[0] as number, to: midnights.at(-1) as number }

  const candidates = problem.schedules
    .filter((schedule) => schedule.enabled && isTargeted(schedule, problem))
    .map((schedule) => ({
      schedule,
      active: activeIntervals(schedule, problem.calendar, days.from, days.to),
    }))
  const open =
    display.operatingHours.length > 0
      ? clip(daypartIntervals(display.operatingHours, zone, days.from, days.to), days.from, days.to)
      : [days]
  const quiet = daypartIntervals(display.quietHours, zone, days.from, days.to)

  const changes = changesOf(candidates, display.filler, days)
  const cuts = new Set([...midnights, ...changes.keys()])
  for (const intervals of [open, quiet]) {
    for (const interval of intervals) {
      for (const at of [interval.from, interval.to]) if (at > days.from && at < days.to) cuts.add(at)
    }
  }
  const instants = Float64Array.from(cuts).sort()

  const isMidnight = new Set(midnights)
  const isOpen = sweeper(open)
  const isQuiet = sweeper(quiet)
  const standAt = standings(problem, candidates, changes)
  const stretches: Stretch[] = []
  for (let i = 0; i < instants.length - 1; i += 1) {
    const from = instants[i] as number
    const selection = standAt(from, isOpen(from))
    stretches.push({
      from,
      to: instants[i + 1] as number,
      midnight: isMidnight.has(from),
      muted: isQuiet(from) && isMutable(selection),
      selection,
    })
  }
  return { days, candidates, open, stretches }
}

export function isTargeted({ targets }: Schedule, { display }: Problem): boolean {
  return (
    targets.all ||
    targets.displays.has(display.id) ||
    [...targets.groups].some((group) => display.groups.has(group)) ||
    [...targets.tags].some((tag) => display.tags.has(tag))
  )
}

/** What comes and goes at an instant: candidates that become active or cease to be, playlists whose entries do. */
type Change = { toggled: number[]; playlists: Entry[][] }

function changesOf(candidates: Candidate[], filler: Entry[], days: Interval): Map<number, Change> {
  const changes = new Map<number, Change>()
  const changeAt = (instant: number): Change => {
    const known = changes.get(instant)
    if (known) return known
    const change = { toggled: [], playlists: [] }
    changes.set(instant, change)
    return change
  }
  candidates.forEach(({ active }, i) => {
    for (const { from, to } of clip(active, days.from, days.to)) {
      changeAt(from).toggled.push(i)
      if (to < days.to) changeAt(to).toggled.push(i)
    }
  })
  for (const playlist of new Set([filler, ...candidates.map(({ schedule }) => schedule.entries)])) {
    for (const instant of playableChanges(playlist)) {
      if (instant > days.from && instant < days.to) changeAt(instant).playlists.push(playlist)
    }
  }
  return changes
}

/** Gives who plays at an instant, whether the display is open then; ask in ascending order, at every change. */
function standings(
  { display }: Problem,
  candidates: Candidate[],
  changes: ReadonlyMap<number, Change>,
): (instant: number, open: boolean) => Selection {
  const { emergencyOutsideHours, filler } = display
  const schedules = candidates.map(({ schedule }) => schedule)
  const selector = selectorOf({ schedules, emergencyOutsideHours })
  const playables = new Map<Entry[], Playable>()
  const playableOf = (playlist: Entry[], instant: number): Playable => {
    const known = playables.get(playlist)
    if (known) return known
    const playable = playableAt(playlist, instant)
    playables.set(playlist, playable)
    return playable
  }
  /** Which candidates are active, by the playlist that they play. */
  const active = new Map<Entry[], Set<Schedule>>(schedules.map(({ entries }) => [entries, new Set()]))
  const update = (schedule: Schedule, instant: number) => {
    const playable = active.get(schedule.entries)?.has(schedule)
      ? playableOf(schedule.entries, instant)
      : null
    selector.update(schedule, playable && playable.count > 0 ? playable : null)
  }

  return (instant, open) => {
    const { toggled, playlists } = changes.get(instant) ?? { toggled: [], playlists: [] }
    for (const playlist of playlists) playables.delete(playlist)
    for (const i of toggled) {
      const schedule = schedules[i] as Schedule
      const playing = active.get(schedule.entries) as Set<Schedule>
      if (!playing.delete(schedule)) playing.add(schedule)
      update(schedule, instant)
    }
    for (const playlist of playlists) {
      for (const schedule of active.get(playlist) ?? []) update(schedule, instant)
    }
    return selector.select(open, playableOf(filler, instant))
  }
}

/** An emergency is never muted, and where nothing plays nothing is. */
function isMutable({ level }: Selection): boolean {
  return level !== 'off' && level !== 'standby' && level !== 'emergency'
}
