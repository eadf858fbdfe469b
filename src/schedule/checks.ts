import { DAY_MS } from './day'
import { type Fault, pointer } from './fault'
import { instant, wallTime } from './schema'
import { readClock } from './texts'

type Path = (string | number)[]
type Fields = Record<string, unknown>

const MAX_RANGE_DAYS = 400
const BOOKABLE = ['normal', 'filler']

/**
 * The faults that concern several fields. It reads the raw input, and skips whatever the schema finds fault with, so
 * that one bad field hides no other fault.
 */
export function crossFieldFaults(input: unknown): Fault[] {
  const faults: Fault[] = []
  const report: Report = (path, code, message) => {
    faults.push({ pointer: pointer(path), code, message })
  }
  const problem = fieldsOf(input)
  checkRange(problem, report)
  checkCalendar(fieldsOf(problem.calendar), report)
  const contents = checkIds(problem, 'contents', report)
  const playlists = checkIds(problem, 'playlists', report)
  checkIds(problem, 'schedules', report)

  const display = fieldsOf(problem.display)
  checkReference(playlists, display.filler, ['display', 'filler'], 'playlist', report)
  checkDayparts(display.operatingHours, ['display', 'operatingHours'], report)
  checkDayparts(display.quietHours, ['display', 'quietHours'], report)
  listOf(problem.playlists).forEach((playlist, i) => {
    listOf(fieldsOf(playlist).entries).forEach((entry, j) => {
      const path = ['playlists', i, 'entries', j, 'content']
      checkReference(contents, fieldsOf(entry).content, path, 'content', report)
    })
  })
  listOf(problem.schedules).forEach((value, i) => {
    const schedule = fieldsOf(value)
    checkReference(playlists, schedule.playlist, ['schedules', i, 'playlist'], 'playlist', report)
    checkDayparts(schedule.dayparts, ['schedules', i, 'dayparts'], report)
    checkSchedule(schedule, ['schedules', i], report)
  })
  return faults
}

type Report = (path: Path, code: string, message: string) => void

function checkRange(problem: Fields, report: Report): void {
  const from = instant.safeParse(problem.from)
  const to = instant.safeParse(problem.to)
  if (!from.success || !to.success) return
  if (to.data <= from.data) report(['to'], 'empty-range', 'to is not after from.')
  else if (to.data - from.data > MAX_RANGE_DAYS * DAY_MS) {
    report(['to'], 'range-too-long', `to is more than ${MAX_RANGE_DAYS} days after from.`)
  }
}

function checkCalendar(calendar: Fields, report: Report): void {
  const holidays = new Set(listOf(calendar.holidays))
  listOf(calendar.workdays).forEach((date, i) => {
    if (typeof date !== 'string' || !holidays.has(date)) return
    report(['calendar', 'workdays', i], 'holiday-and-workday', `${date} is both a holiday and a workday.`)
  })
}

/** Reports ids that stand twice in a list and returns all of them; null where there is no list to refer to. */
function checkIds(problem: Fields, name: string, report: Report): ReadonlySet<unknown> {
  const ids = new Set<unknown>()
  listOf(problem[name]).forEach((item, i) => {
    const { id } = fieldsOf(item)
    if (typeof id !== 'string') return
    if (ids.has(id))
      report([name, i, 'id'], 'duplicate-id', `"${id}" is the id of an earlier one of the ${name}.`)
    ids.add(id)
  })
  return ids
}

function checkReference(
  ids: ReadonlySet<unknown>,
  id: unknown,
  path: Path,
  kind: string,
  report: Report,
): void {
  if (typeof id !== 'string' || id === '' || ids.has(id)) return
  report(path, `unknown-${kind}`, `No ${kind} has the id "${id}".`)
}

function checkDayparts(dayparts: unknown, path: Path, report: Report): void {
  listOf(dayparts).forEach((daypart, i) => {
    const { from, to } = fieldsOf(daypart)
    if (typeof from !== 'string' || typeof to !== 'string') return
    const start = readClock(from, 'start')
    if (start === null || start !== readClock(to, 'end')) return
    report([...path, i, 'from'], 'empty-daypart', 'from equals to; the whole day is 00:00 to 24:00.')
  })
}

function checkSchedule(schedule: Fields, path: Path, report: Report): void {
  const start = wallTime.safeParse(schedule.start)
  const end = wallTime.safeParse(schedule.end)
  if (start.success && end.success && end.data <= start.data) {
    report([...path, 'end'], 'end-not-after-start', 'end is not after start.')
  }
  if (typeof schedule.rrule === 'string' && (schedule.start === undefined || schedule.start === null)) {
    report(
      [...path, 'rrule'],
      'rule-without-start',
      'A rule needs start: its date is the DTSTART of the rule.',
    )
  }
  const { level, playsPerHour } = schedule
  if (typeof playsPerHour === 'number' && typeof level === 'string' && !BOOKABLE.includes(level)) {
    report(
      [...path, 'playsPerHour'],
      'booking-not-allowed',
      `A schedule of level ${level} cannot be a booking.`,
    )
  }
}

function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {}
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}
