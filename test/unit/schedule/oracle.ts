import { Temporal } from 'temporal-polyfill'
import type { ProblemInput } from '../../factories/problem'

// An independent, naive reading of docs/scheduling.md: it walks through the range a minute at a time and asks of each
// minute who plays. Every time in a problem must be a whole minute. It knows FREQ=WEEKLY with BYDAY, and no other rule.

export type Minute = {
  at: number
  level: string
  muted: boolean
  /** Those that share the loop, and those that fill beside bookings (null: the display's filler). */
  winners: string[]
  fillers: (string | null)[]
}

type Fields = Record<string, unknown>
type Hours = { days?: string[] | null; from: string; to: string }[]

const MINUTE = 60_000
const DAY = 86_400_000
const DAYS = ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su']
const LEVELS = ['emergency', 'takeover', 'normal', 'filler']

export function minutesOf(problem: ProblemInput): Minute[] {
  const from = Date.parse(problem.from)
  const to = Date.parse(problem.to)
  const clockOf = (zone: unknown): Clock => {
    const name = typeof zone === 'string' ? zone : String(problem.display.timezone)
    const key = `${name} ${from} ${to}`
    const clock = clocks.get(key) ?? clockOfZone(name, from, to)
    clocks.set(key, clock)
    return clock
  }
  const minutes: Minute[] = []
  for (let at = from; at < to; at += MINUTE) minutes.push(minuteAt(problem, at, clockOf))
  return minutes
}

function minuteAt(problem: ProblemInput, at: number, clockOf: (zone: unknown) => Clock): Minute {
  const { display } = problem
  const own = clockOf(null)
  const hours = (display.operatingHours ?? []) as Hours
  const open = hours.length === 0 || inDayparts(hours, own, at, () => true)
  const quiet = inDayparts((display.quietHours ?? []) as Hours, own, at, () => true)

  const contending = problem.schedules.filter((schedule) => {
    if (schedule.enabled === false || !isTargeted(schedule, display)) return false
    if (!isActive(problem, schedule, clockOf(schedule.timezone), at)) return false
    return hasPlayable(problem, String(schedule.playlist), at)
  })
  const eligible = contending.filter(
    ({ level }) => open || (level === 'emergency' && display.emergencyOutsideHours !== false),
  )
  const ranks = ranksOf(eligible)
  const [winners] = ranks
  const filler = typeof display.filler === 'string' && hasPlayable(problem, display.filler, at)
  if (!winners) {
    const level = !open ? 'off' : filler ? 'filler' : 'standby'
    return {
      at,
      level,
      muted: level === 'filler' && quiet,
      winners: [],
      fillers: level === 'filler' ? [null] : [],
    }
  }
  const fillers: (string | null)[] = []
  let booked = winners.every((schedule) => schedule.playsPerHour)
  for (const rank of ranks.slice(1)) {
    if (!booked) break
    fillers.push(...rank.map(({ id }) => String(id)))
    booked = rank.every((schedule) => schedule.playsPerHour)
  }
  if (booked && filler) fillers.push(null)
  const level = String(winners[0]?.level)
  return {
    at,
    level,
    muted: quiet && level !== 'emergency',
    winners: winners.map(({ id }) => String(id)),
    fillers,
  }
}

const clocks = new Map<string, Clock>()

/** Local wall times (as UTC ms) at every minute: the latest that was reached so far, and the earliest still to come. */
type Clock = { start: number; reached: number[]; coming: number[] }

function clockOfZone(zone: string, from: number, to: number): Clock {
  const start = from - 4 * DAY
  const wall: number[] = []
  for (let at = start; at < to + 4 * DAY; at += MINUTE) {
    const offset = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).offsetNanoseconds / 1e6
    wall.push(at + offset)
  }
  const reached = [...wall]
  for (let i = 1; i < reached.length; i += 1) {
    reached[i] = Math.max(reached[i] as number, reached[i - 1] as number)
  }
  const coming = [...wall]
  for (let i = coming.length - 2; i >= 0; i -= 1) {
    coming[i] = Math.min(coming[i] as number, coming[i + 1] as number)
  }
  return { start, reached, coming }
}

/** A start is passed once the clocks have reached it; an end is ahead while they will still read less, or it. */
function isWithin(clock: Clock, at: number, from: number, to: number): boolean {
  const i = (at - clock.start) / MINUTE
  const { reached, coming } = clock
  return (reached[i] as number) >= from && ((coming[i] as number) < to || (coming[i + 1] as number) <= to)
}

function inDayparts(hours: Hours, clock: Clock, at: number, picked: (day: number) => boolean): boolean {
  const today = Math.floor((clock.reached[(at - clock.start) / MINUTE] as number) / DAY)
  return [-2, -1, 0, 1].some((offset) => {
    const day = today + offset
    if (!picked(day)) return false
    return hours.some(({ days, from, to }) => {
      if (days && days.length > 0 && !days.includes(weekdayOf(day))) return false
      const start = day * DAY + clockTime(from)
      const end = day * DAY + clockTime(to)
      return isWithin(clock, at, start, end > start ? end : end + DAY)
    })
  })
}

function isActive({ calendar }: ProblemInput, schedule: Fields, clock: Clock, at: number): boolean {
  const start = typeof schedule.start === 'string' ? Date.parse(`${schedule.start}Z`) : null
  const end = typeof schedule.end === 'string' ? Date.parse(`${schedule.end}Z`) : Number.POSITIVE_INFINITY
  if (!isWithin(clock, at, start ?? Number.NEGATIVE_INFINITY, end)) return false
  const picked = (day: number): boolean => {
    const date = new Date(day * DAY).toISOString().slice(0, 10)
    const listed = (list: unknown) => Array.isArray(list) && list.includes(date)
    const ruled = typeof schedule.rrule === 'string'
    const byRule =
      !ruled || (day >= Math.floor((start ?? 0) / DAY) && weekdaysOf(schedule.rrule).includes(weekdayOf(day)))
    if ((!byRule && !listed(schedule.rdates)) || listed(schedule.exdates)) return false
    const types = (schedule.dayTypes ?? []) as string[]
    const plain = ['sa', 'su'].includes(weekdayOf(day)) ? 'dayoff' : 'workday'
    const type = listed(calendar?.workdays) ? 'workday' : listed(calendar?.holidays) ? 'dayoff' : plain
    return types.length === 0 || types.includes(type)
  }
  const dayparts = (schedule.dayparts ?? []) as Hours
  return inDayparts(dayparts.length > 0 ? dayparts : [{ from: '00:00', to: '24:00' }], clock, at, picked)
}

function weekdaysOf(rule: unknown): string[] {
  return /BYDAY=([A-Z,]+)/.exec(String(rule))?.[1]?.toLowerCase().split(',') ?? []
}

function weekdayOf(day: number): string {
  return DAYS[(((day + 3) % 7) + 7) % 7] as string
}

function clockTime(text: string): number {
  const [hours, minutes] = text.split(':').map(Number)
  return ((hours as number) * 60 + (minutes as number)) * MINUTE
}

function isTargeted({ targets }: Fields, display: Fields): boolean {
  const { all, displays, groups, tags } = targets as Record<string, unknown>
  const meets = (list: unknown, own: unknown) =>
    Array.isArray(list) && Array.isArray(own) && list.some((item) => own.includes(item))
  return (
    all === true ||
    meets(displays, [display.id]) ||
    meets(groups, display.groups) ||
    meets(tags, display.tags)
  )
}

function hasPlayable({ playlists, contents }: ProblemInput, id: string, at: number): boolean {
  const entries = playlists.find((playlist) => playlist.id === id)?.entries ?? []
  return entries.some((entry) => {
    const content = contents.find((candidate) => candidate.id === entry.content)
    const begins =
      typeof content?.validFrom === 'string' ? Date.parse(content.validFrom) : Number.NEGATIVE_INFINITY
    const ends =
      typeof content?.validUntil === 'string' ? Date.parse(content.validUntil) : Number.POSITIVE_INFINITY
    return begins <= at && at < ends
  })
}

function ranksOf(schedules: Fields[]): Fields[][] {
  const rank = ({ level, priority }: Fields) => LEVELS.indexOf(String(level)) * 1e6 - Number(priority ?? 0)
  const values = [...new Set(schedules.map(rank))].sort((a, b) => a - b)
  return values.map((value) => schedules.filter((schedule) => rank(schedule) === value))
}
