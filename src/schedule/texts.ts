import { DAY_MS, type Day, dayOf, isRealDate } from './day'

// How the contract writes dates and times. Each reader gives null for a text that is not of its form.

const CLOCK = String.raw`(\d\d):(\d\d)(?::(\d\d))?`
const DATE = String.raw`(\d{4})-(\d\d)-(\d\d)`
const DATE_ONLY = new RegExp(`^${DATE}$`)
const CLOCK_ONLY = new RegExp(`^${CLOCK}$`)
const WALL_TIME = new RegExp(`^${DATE}T${CLOCK}$`)
const INSTANT = new RegExp(
  `^${DATE}T(\\d\\d):(\\d\\d):(\\d\\d)(?:\\.(\\d{1,3})0*)?(?:Z|([+-])(\\d\\d):(\\d\\d))$`,
  'i',
)

/** A local date, `YYYY-MM-DD`. */
export function readDate(text: string): Day | null {
  const match = DATE_ONLY.exec(text)
  return match ? dayFrom(match[1], match[2], match[3]) : null
}

/** A time of day, `HH:MM` or `HH:MM:SS`, in ms; `24:00` only where an end is meant. */
export function readClock(text: string, edge: 'start' | 'end'): number | null {
  const match = CLOCK_ONLY.exec(text)
  const ms = match ? clockFrom(match[1], match[2], match[3]) : null
  if (ms === DAY_MS && edge === 'start') return null
  return ms
}

/** A local wall time, `YYYY-MM-DDTHH:MM` or with seconds, as ms of its fields in UTC. */
export function readWallTime(text: string): number | null {
  const match = WALL_TIME.exec(text)
  if (!match) return null
  const day = dayFrom(match[1], match[2], match[3])
  const clock = clockFrom(match[4], match[5], match[6])
  return day === null || clock === null || clock === DAY_MS ? null : day * DAY_MS + clock
}

/** An RFC 3339 date-time with an offset or Z, to the millisecond, as UTC ms. */
export function readInstant(text: string): number | null {
  const match = INSTANT.exec(text)
  if (!match) return null
  const day = dayFrom(match[1], match[2], match[3])
  const clock = clockFrom(match[4], match[5], match[6])
  const [offsetHours, offsetMinutes] = [Number(match[9] ?? 0), Number(match[10] ?? 0)]
  if (day === null || clock === null || clock === DAY_MS || offsetHours > 23 || offsetMinutes > 59)
    return null
  const offset = (offsetHours * 60 + offsetMinutes) * 60_000 * (match[8] === '-' ? -1 : 1)
  return day * DAY_MS + clock + Number((match[7] ?? '').padEnd(3, '0')) - offset
}

function dayFrom(year = '', month = '', day = ''): Day | null {
  const [y, m, d] = [Number(year), Number(month), Number(day)]
  return isRealDate(y, m, d) ? dayOf(y, m, d) : null
}

function clockFrom(hours = '', minutes = '', seconds = '00'): number | null {
  const [h, m, s] = [Number(hours), Number(minutes), Number(seconds)]
  if (h === 24 && m === 0 && s === 0) return DAY_MS
  return h < 24 && m < 60 && s < 60 ? ((h * 60 + m) * 60 + s) * 1000 : null
}
