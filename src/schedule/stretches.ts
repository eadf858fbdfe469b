import { clip, type Interval, sweeper } from './interval'
import { midnightsAround } from './midnights'
import { activityOf, hoursOf, type Intervals } from './occurrences'
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
export type Candidate = { schedule: Schedule; active: Intervals }

export type Sweep = {
  /** The days swept, whole: those of the display that hold the range. */
  days: Interval
  /** Sorted by id. */
  candidates: Candidate[]
  /** When the display is within its operating hours. */
  open: Intervals
  /** The stretches of some days at a time, made while they are read: a long range is never held whole. */
  stretches(): Generator<Stretch[], void>
}

// A daypart list costs the days around a chunk again, and a chunk what it holds.
const CHUNK_DAYS = 16

/** Cuts the display's days that hold [from, to) into stretches; they start and end at local midnights. */
export function sweep(problem: Problem): Sweep {
  const { display, calendar } = problem
  const zone = zoneOf(display.timezone)
  const midnights = midnightsAround(zone, problem.from, problem.to)
  const days: Interval = { from: midnights[0] as number, to: midnights.at(-1) as number }
  const candidates = problem.schedules
    .filter((schedule) => schedule.enabled && isTargeted(schedule, problem))
    .map((schedule) => ({ schedule, active: activityOf(schedule, calendar, days) }))
  const open: Intervals =
    display.operatingHours.length > 0 ? hoursOf(display.operatingHours, zone) : (part) => [part]
  const quiet = hoursOf(display.quietHours, zone)

  return {
    days,
    candidates,
    open,
    *stretches() {
      const standAt = standings(problem, candidates)
      for (let i = 0; i < midnights.length - 1; i += CHUNK_DAYS) {
        const nights = midnights.slice(i, i + CHUNK_DAYS + 1)
        const part: Interval = { from: nights[0] as number, to: nights.at(-1) as number }
        const changes = changesOf(candidates, display.filler, part)
        yield stretchesOf({ nights, changes, open: open(part), quiet: quiet(part), standAt })
      }
    },
  }
}

type Cuts = {
  /** The midnights of some days, with the one at which they end. */
  nights: number[]
  changes: ReadonlyMap<number, Change>
  open: Interval[]
  quiet: Interval[]
  standAt: StandAt
}

function stretchesOf({ nights, changes, open, quiet, standAt }: Cuts): Stretch[] {
  const [start, end] = [nights[0] as number, nights.at(-1) as number]
  const cuts = new Set([...nights, ...changes.keys()])
  for (const intervals of [open, quiet]) {
    for (const interval of intervals) {
      for (const at of [interval.from, interval.to]) if (at > start && at < end) cuts.add(at)
    }
  }
  const instants = Float64Array.from(cuts).sort()
  const isMidnight = new Set(nights)
  const isOpen = sweeper(open)
  const isQuiet = sweeper(quiet)
  const stretches: Stretch[] = []
  for (let i = 0; i < instants.length - 1; i += 1) {
    const from = instants[i] as number
    const selection = standAt(from, changes.get(from), isOpen(from))
    stretches.push({
      from,
      to: instants[i + 1] as number,
      midnight: isMidnight.has(from),
      muted: isQuiet(from) && isMutable(selection),
      selection,
    })
  }
  return stretches
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
type Change = { starting: number[]; ending: number[]; playlists: Entry[][] }

/** What changes within a part of the days; at its start everything starts anew. */
function changesOf(candidates: Candidate[], filler: Entry[], part: Interval): Map<number, Change> {
  const changes = new Map<number, Change>()
  const changeAt = (instant: number): Change => {
    const known = changes.get(instant)
    if (known) return known
    const change = { starting: [], ending: [], playlists: [] }
    changes.set(instant, change)
    return change
  }
  candidates.forEach(({ active }, i) => {
    // One that was active until this part may not be any more.
    changeAt(part.from).ending.push(i)
    for (const { from, to } of clip(active(part), part.from, part.to)) {
      changeAt(from).starting.push(i)
      if (to < part.to) changeAt(to).ending.push(i)
    }
  })
  for (const playlist of new Set([filler, ...candidates.map(({ schedule }) => schedule.entries)])) {
    for (const instant of playableChanges(playlist)) {
      if (instant >= part.from && instant < part.to) changeAt(instant).playlists.push(playlist)
    }
  }
  return changes
}

/** Gives who plays at an instant; asked in ascending order, at every change. */
type StandAt = (instant: number, change: Change | undefined, open: boolean) => Selection

function standings({ display }: Problem, candidates: Candidate[]): StandAt {
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
    const isActive = active.get(schedule.entries)?.has(schedule)
    const playable = isActive ? playableOf(schedule.entries, instant) : null
    selector.update(schedule, playable && playable.count > 0 ? playable : null)
  }
  const set = (i: number, isActive: boolean, instant: number) => {
    const schedule = schedules[i] as Schedule
    const playing = active.get(schedule.entries) as Set<Schedule>
    if (isActive) playing.add(schedule)
    else playing.delete(schedule)
    update(schedule, instant)
  }

  return (instant, change, open) => {
    for (const playlist of change?.playlists ?? []) playables.delete(playlist)
    for (const i of change?.ending ?? []) set(i, false, instant)
    for (const i of change?.starting ?? []) set(i, true, instant)
    for (const playlist of change?.playlists ?? []) {
      for (const schedule of active.get(playlist) ?? []) update(schedule, instant)
    }
    return selector.select(open, playableOf(filler, instant))
  }
}

/** An emergency is never muted, and where nothing plays nothing is. */
function isMutable({ level }: Selection): boolean {
  return level !== 'off' && level !== 'standby' && level !== 'emergency'
}
