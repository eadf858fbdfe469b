import type { ProblemInput } from '../../../factories/problem'
import { type Clock, clockOf, isWithin, SECOND, secondsAround } from './clock'
import { dayOf, naiveDates } from './rule'

// An independent, naive reading of docs/scheduling.md: it goes through a time second by second and asks of each second who
// plays. Every time in a problem must be a whole second.

/** All that holds in a second, but for its instant. */
export type Moment = {
  level: string
  muted: boolean
  open: boolean
  /** Enabled, targeted schedules that are active: those with something to play, and those without. */
  contending: string[]
  barren: string[]
  /** Those that share the loop, and those that fill beside bookings (null: the display's filler). */
  winners: string[]
  fillers: (string | null)[]
  /** The same where level, winners, fillers and the playable entries of both are. */
  key: string
}

type Fields = Record<string, unknown>
type Hours = { days?: string[] | null; from: string; to: string }[]

const DAY = 86_400_000
const DAYS = ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su']
const LEVELS = ['emergency', 'takeover', 'normal', 'filler']
const EVERY_DAY = () => true

/** One moment for every second from `from` to before `to`. */
export function momentsOf(problem: ProblemInput, from: number, to: number): Moment[] {
  const { display } = problem
  const zone = String(display.timezone)
  const schedules = problem.schedules.filter(
    (schedule) => schedule.enabled !== false && isTargeted(schedule, display),
  )
  const hours = (display.operatingHours ?? []) as Hours
  const span = { from, to }
  const always = new Uint8Array((to - from) / SECOND).fill(1)
  const open = hours.length > 0 ? secondsWithin(hours, zone, EVERY_DAY, span) : always
  const quiet = secondsWithin((display.quietHours ?? []) as Hours, zone, EVERY_DAY, span)
  const active = schedules.map((schedule) => secondsActive(problem, schedule, span))
  const changes = new Set(validityChanges(problem))

  // Seconds in which everything stands alike share their moment.
  let known = new Map<number, Moment>()
  const moments: Moment[] = []
  for (let i = 0, at = from; at < to; i += 1, at += 1000) {
    if (changes.has(at)) known = new Map()
    let standing = (open[i] as number) * 2 + (quiet[i] as number)
    for (const seconds of active) standing = standing * 2 + (seconds[i] as number)
    const moment =
      known.get(standing) ??
      momentAt(problem, at, {
        open: open[i] === 1,
        quiet: quiet[i] === 1,
        active: schedules.filter((_schedule, s) => active[s]?.[i] === 1),
      })
    known.set(standing, moment)
    moments.push(moment)
  }
  return moments
}

type Circumstances = { open: boolean; quiet: boolean; active: Fields[] }

function momentAt(problem: ProblemInput, at: number, { open, quiet, active }: Circumstances): Moment {
  const { display } = problem
  const playable = (playlist: unknown) => playableEntries(problem, playlist, at)
  const contending = active.filter(({ playlist }) => playable(playlist) !== '')
  const eligible = contending.filter(
    ({ level }) => open || (level === 'emergency' && display.emergencyOutsideHours !== false),
  )
  const ranks = ranksOf(eligible)
  const [winners = []] = ranks
  const hasFiller = playable(display.filler) !== ''
  const fillers: Fields[] = []
  let booked = winners.every((schedule) => schedule.playsPerHour)
  for (const rank of ranks.slice(1)) {
    if (!booked) break
    fillers.push(...rank)
    booked = rank.every((schedule) => schedule.playsPerHour)
  }
  const level = String(winners[0]?.level ?? (!open ? 'off' : hasFiller ? 'filler' : 'standby'))
  const withFiller = booked && hasFiller && level !== 'off'
  const members = [...winners, ...fillers].map(({ id, playlist }) => `${id}: ${playable(playlist)}`)
  return {
    level,
    muted: quiet && !['emergency', 'off', 'standby'].includes(level),
    open,
    contending: idsOf(contending),
    barren: idsOf(active.filter((schedule) => !contending.includes(schedule))),
    winners: idsOf(winners),
    fillers: [...idsOf(fillers), ...(withFiller ? [null] : [])],
    key: `${level} ${members.sort().join('; ')} ${withFiller ? playable(display.filler) : ''}`,
  }
}

function idsOf(schedules: Fields[]): string[] {
  return schedules.map(({ id }) => String(id))
}

type Span = { from: number; to: number }

function secondsActive({ calendar, display }: ProblemInput, schedule: Fields, span: Span): Uint8Array {
  const zone = String(schedule.timezone ?? display.timezone)
  const clock = clockOf(zone, span)
  const listed = (list: unknown, date: string) => Array.isArray(list) && list.includes(date)
  const ruled = datesOfRule(schedule, clock)
  const picked = (date: string, weekday: string): boolean => {
    if (!(ruled.has(date) || listed(schedule.rdates, date)) || listed(schedule.exdates, date)) return false
    const types = (schedule.dayTypes ?? []) as string[]
    const plain = ['sa', 'su'].includes(weekday) ? 'dayoff' : 'workday'
    const isHoliday = listed(calendar?.holidays, date)
    const type = listed(calendar?.workdays, date) ? 'workday' : isHoliday ? 'dayoff' : plain
    return types.length === 0 || types.includes(type)
  }
  const dayparts = (schedule.dayparts ?? []) as Hours
  const seconds = secondsWithin(
    dayparts.length > 0 ? dayparts : [{ from: '00:00', to: '24:00' }],
    zone,
    picked,
    span,
  )
  const start = schedule.start ? wallTime(String(schedule.start)) : Number.NEGATIVE_INFINITY
  const end = schedule.end ? wallTime(String(schedule.end)) : Number.POSITIVE_INFINITY
  return seconds.map((within, i) => (within && isWithin(clock, i, start, end) ? 1 : 0))
}

/** The dates of a schedule's rule, or all without one, among those that a clock shows. */
function datesOfRule({ rrule, start }: Fields, clock: Clock): Set<string> {
  const dates = clock.dates.map((day) => new Date(day * DAY).toISOString().slice(0, 10))
  if (typeof rrule !== 'string') return new Set(dates)
  const [first, last] = [String(start).slice(0, 10), dates.at(-1) ?? '']
  return new Set(first > last ? [] : naiveDates(rrule, first, last).filter((date) => dates.includes(date)))
}

/** For every second whether it is within one of the dayparts of a picked date. */
function secondsWithin(
  hours: Hours,
  zone: string,
  picked: (date: string, weekday: string) => boolean,
  span: Span,
): Uint8Array {
  const clock = clockOf(zone, span)
  const seconds = new Uint8Array((span.to - span.from) / SECOND)
  for (const number of clock.dates) {
    const { date, weekday } = dayOf(new Date(number * DAY).toISOString().slice(0, 10))
    const name = DAYS[weekday - 1] as string
    if (!picked(date, name)) continue
    for (const { days, from, to } of hours) {
      if (days && days.length > 0 && !days.includes(name)) continue
      const [start, end] = [number * DAY + clockTime(from), number * DAY + clockTime(to)]
      const until = end > start ? end : end + DAY
      const { first, last } = secondsAround(clock, span, start, until)
      for (let i = first; i < last; i += 1) if (isWithin(clock, i, start, until)) seconds[i] = 1
    }
  }
  return seconds
}

function wallTime(text: string): number {
  return Date.parse(`${text.length === 16 ? `${text}:00` : text}Z`)
}

function clockTime(text: string): number {
  const [hours = 0, minutes = 0, seconds = 0] = text.split(':').map(Number)
  return ((hours * 60 + minutes) * 60 + seconds) * SECOND
}

function isTargeted({ targets }: Fields, display: Fields): boolean {
  const { all, displays, groups, tags } = targets as Fields
  const meets = (list: unknown, own: unknown) =>
    Array.isArray(list) && Array.isArray(own) && list.some((item) => own.includes(item))
  return (
    all === true ||
    meets(displays, [display.id]) ||
    meets(groups, display.groups) ||
    meets(tags, display.tags)
  )
}

function validityChanges({ contents }: ProblemInput): number[] {
  return contents
    .flatMap(({ validFrom, validUntil }) => [validFrom, validUntil])
    .filter((instant) => typeof instant === 'string')
    .map((instant) => Date.parse(instant))
}

/** The places in a playlist that are playable; empty where none is. */
function playableEntries({ playlists, contents }: ProblemInput, id: unknown, at: number): string {
  const entries = playlists.find((playlist) => playlist.id === id)?.entries ?? []
  return [...entries.keys()]
    .filter((i) => {
      const content = contents.find((candidate) => candidate.id === entries[i]?.content)
      const instant = (value: unknown, open: number) => (typeof value === 'string' ? Date.parse(value) : open)
      const begins = instant(content?.validFrom, Number.NEGATIVE_INFINITY)
      return begins <= at && at < instant(content?.validUntil, Number.POSITIVE_INFINITY)
    })
    .join()
}

function ranksOf(schedules: Fields[]): Fields[][] {
  const rank = ({ level, priority }: Fields) => LEVELS.indexOf(String(level)) * 1e6 - Number(priority ?? 0)
  const values = [...new Set(schedules.map(rank))].sort((a, b) => a - b)
  return values.map((value) => schedules.filter((schedule) => rank(schedule) === value))
}
