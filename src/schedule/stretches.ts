import { type Interval, sweeper } from './interval'
import { midnightsAround } from './midnights'
import { activeIntervals, daypartIntervals } from './occurrences'
import type { Entry, Problem, Schedule } from './problem'
import { type Member, type Selection, select } from './selection'
import { zoneOf } from './zone'

/** A time in which nothing changes at all. */
export type Stretch = Interval & {
  /** A local midnight of the display. */
  midnight: boolean
  open: boolean
  muted: boolean
  selection: Selection
  /** Equal for two stretches with the same winners, fillers beside them, and playable entries of both. */
  key: string
  /** Active schedules that have something to play, and those that have nothing; only enabled and targeted ones. */
  contenders: Schedule[]
  barren: Schedule[]
}

/** A schedule that is enabled and targets the display, and when it is active. */
export type Candidate = { schedule: Schedule; active: Interval[] }

export type Sweep = { candidates: Candidate[]; stretches: Stretch[] }

/** Cuts the display's days that hold [from, to) into stretches; they start and end at local midnights. */
export function sweep(problem: Problem): Sweep {
  const { display } = problem
  const zone = zoneOf(display.timezone)
  const midnights = midnightsAround(zone, problem.from, problem.to)
  const from = midnights[0] as number
  const to = midnights.at(-1) as number

  const candidates = problem.schedules
    .filter((schedule) => schedule.enabled && isTargeted(schedule, problem))
    .map((schedule) => ({ schedule, active: activeIntervals(schedule, problem.calendar, from, to) }))
  const always = [{ from, to }]
  const hours =
    display.operatingHours.length > 0 ? daypartIntervals(display.operatingHours, zone, from, to) : always
  const quiet = daypartIntervals(display.quietHours, zone, from, to)

  const cuts = new Set(midnights)
  const isMidnight = new Set(midnights)
  const cut = (instant: number) => {
    if (instant > from && instant < to) cuts.add(instant)
  }
  for (const intervals of [hours, quiet, ...candidates.map(({ active }) => active)]) {
    for (const interval of intervals) {
      cut(interval.from)
      cut(interval.to)
    }
  }
  const playlists = new Set([display.filler, ...candidates.map(({ schedule }) => schedule.entries)])
  for (const entries of playlists) {
    for (const { validFrom, validUntil } of entries) {
      cut(validFrom)
      cut(validUntil)
    }
  }

  const isOpen = sweeper(hours)
  const isQuiet = sweeper(quiet)
  const isActive = new Map(candidates.map(({ schedule, active }) => [schedule, sweeper(active)]))
  const playable = new Map([...playlists].map((entries) => [entries, playableSweeper(entries)]))
  const playableOf = (entries: Entry[], instant: number) =>
    playable.get(entries)?.(instant) ?? { entries: [], key: '' }

  const instants = [...cuts].sort((a, b) => a - b)
  const stretches = instants.slice(0, -1).map((instant, i): Stretch => {
    const contenders: Member[] = []
    const barren: Schedule[] = []
    for (const { schedule } of candidates) {
      if (!isActive.get(schedule)?.(instant)) continue
      const { entries } = playableOf(schedule.entries, instant)
      if (entries.length > 0) contenders.push({ schedule, entries })
      else barren.push(schedule)
    }
    const open = isOpen(instant)
    const filler = playableOf(display.filler, instant).entries
    const selection = select({
      contenders,
      open,
      emergencyOutsideHours: display.emergencyOutsideHours,
      filler,
    })
    const audible =
      selection.level === 'off' || selection.level === 'standby' || selection.level === 'emergency'
    return {
      from: instant,
      to: instants[i + 1] as number,
      midnight: isMidnight.has(instant),
      open,
      muted: isQuiet(instant) && !audible,
      selection,
      key: keyOf(selection, (entries) => playableOf(entries, instant).key, display.filler),
      contenders: contenders.flatMap(({ schedule }) => schedule ?? []),
      barren,
    }
  })
  return { candidates, stretches }
}

export function isTargeted({ targets }: Schedule, { display }: Problem): boolean {
  return (
    targets.all ||
    targets.displays.has(display.id) ||
    [...targets.groups].some((group) => display.groups.has(group)) ||
    [...targets.tags].some((tag) => display.tags.has(tag))
  )
}

type Playable = { entries: Entry[]; key: string }

/** The playable entries of a playlist; ask in ascending order. The answer is the same object until it changes. */
function playableSweeper(all: Entry[]): (instant: number) => Playable {
  let until = Number.NEGATIVE_INFINITY
  let current: Playable = { entries: [], key: '' }
  return (instant) => {
    if (instant < until) return current
    const indexes = [...all.keys()].filter((i) => isPlayable(all[i] as Entry, instant))
    current = { entries: indexes.map((i) => all[i] as Entry), key: indexes.join() }
    until = Number.POSITIVE_INFINITY
    for (const { validFrom, validUntil } of all) {
      if (validFrom > instant) until = Math.min(until, validFrom)
      if (validUntil > instant) until = Math.min(until, validUntil)
    }
    return current
  }
}

function isPlayable({ validFrom, validUntil }: Entry, instant: number): boolean {
  return validFrom <= instant && instant < validUntil
}

function keyOf(
  { level, ranks }: Selection,
  playableKey: (entries: Entry[]) => string,
  filler: Entry[],
): string {
  const members = ranks.map((rank) =>
    rank.map(({ schedule }) => [schedule?.id ?? null, playableKey(schedule?.entries ?? filler)]),
  )
  return JSON.stringify([level, members])
}
