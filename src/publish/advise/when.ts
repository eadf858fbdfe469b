import type { Text } from '../../cms/i18n/text'
import { civilOf, DAY_MS } from '../../schedule/day'
import type { Interval } from '../../schedule/interval'
import { zoneOf } from '../../schedule/zone'

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

export type WhenContext = {
  /** IANA name: whose clocks the words follow. */
  timezone: string
  /** UTC ms: a start that is past is “now”, and another year than this one is named. */
  now: number
  /** The time that was looked at: what reaches its end is open there. */
  range: Interval
}

/** A time as a person says it: `10月1日 19:00–21:00`, `1 Oct 19:00–21:00`; `现在起` where it has no bounds. */
export function whenText({ from, to }: Interval, { timezone, now, range }: WhenContext): Text {
  const begun = from <= now
  const open = to >= range.to
  const [start, end] = [wallOf(from, timezone, now), wallOf(to, timezone, now)]
  if (begun && open) return { zh: '现在起', en: 'from now on' }
  if (open) return { zh: `${start.zh} 起`, en: `from ${start.en}` }
  if (begun) return { zh: `现在起到 ${end.zh}`, en: `from now to ${end.en}` }
  // 24:00 belongs to the day that it ends.
  const last = wallOf(to - 1, timezone, now)
  const clock = last.day !== end.day && end.clock === '00:00' ? '24:00' : end.clock
  if (last.day === start.day) return { zh: `${start.zh}–${clock}`, en: `${start.en}–${clock}` }
  if (end.day === start.day + 1) {
    return { zh: `${start.zh}–次日 ${end.clock}`, en: `${start.en} – ${end.en}` }
  }
  return { zh: `${start.zh} 至 ${end.zh}`, en: `${start.en} – ${end.en}` }
}

type Wall = Text & { day: number; clock: string }

function wallOf(instant: number, timezone: string, now: number): Wall {
  const zone = zoneOf(timezone)
  const local = instant + zone.offsetAt(instant)
  const day = Math.floor(local / DAY_MS)
  const minutes = Math.floor((local - day * DAY_MS) / 60_000)
  const clock = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
  const { year, month, day: date } = civilOf(day)
  const thisYear = civilOf(zone.dayAt(now)).year
  return {
    day,
    clock,
    zh: `${year === thisYear ? '' : `${year}年`}${month}月${date}日 ${clock}`,
    en: `${date} ${months[month - 1]}${year === thisYear ? '' : ` ${year}`} ${clock}`,
  }
}
