import { type DealWanted, deal } from './deal'
import { HOUR_MS, type Item, type Lane, longestMs } from './lane'

export type ClosingsWanted = DealWanted & {
  /** A lane is off its share by no more than this part of the loop. */
  tolerance: number
}

/** What the totals of a loop lack: lanes left out, ms off the worst share, cycles cut short, ms short of the hour. */
export type Lack = { absent: number; off: number; cut: number; short: number }

/** The loop of a deal's first `size` items. */
export type Closing = { size: number; lack: Lack }

const MAX_CLOSINGS = 32
const MAX_LACKING = 6
// Shares are binary fractions; airtimes are whole ms.
const ROUNDING = 1e-6

type Total = { count: number; airtime: number }

/** Where a deal can close: the first places where nothing lacks; else those late in the segment where least does. */
export function closingsOf(wanted: ClosingsWanted): { items: Item[]; closings: Closing[] } {
  const { bookings, unbooked, length } = wanted
  const lanes = [...bookings, ...unbooked]
  const totals = new Map<Lane, Total>(lanes.map((lane) => [lane, { count: 0, airtime: 0 }]))
  const lateMs = MAX_CLOSINGS * longestMs(lanes)
  const lackAt = lackMeter(wanted, totals)
  const whole: Closing[] = []
  const lacking: Closing[] = []
  const items: Item[] = []
  let duration = 0
  let uncycled = lanes.length
  for (const item of deal(wanted)) {
    duration += item.entry.ms
    if (duration > length) break
    items.push(item)
    const total = totals.get(item.lane) as Total
    total.count += 1
    total.airtime += item.entry.ms
    if (total.count === item.lane.least) uncycled -= 1
    const isShort = uncycled > 0 || duration < Math.min(length, HOUR_MS)
    if (isShort && duration < length - lateMs) continue
    const closing = { size: items.length, lack: lackAt(duration) }
    if (isWhole(closing.lack)) whole.push(closing)
    else lacking.push(closing)
    if (lacking.length > MAX_CLOSINGS) lacking.shift()
    if (whole.length === MAX_CLOSINGS) break
  }
  if (whole.length > 0) return { items, closings: whole }
  return { items, closings: lacking.sort((a, b) => compare(a.lack, b.lack)).slice(0, MAX_LACKING) }
}

function lackMeter(wanted: ClosingsWanted, totals: ReadonlyMap<Lane, Total>): (duration: number) => Lack {
  const { unbooked, length, tolerance } = wanted
  const longest = longestMs(unbooked)
  const airtimeOf = (lane: Lane) => totals.get(lane)?.airtime ?? 0
  return (duration) => {
    const lack: Lack = { absent: 0, off: 0, cut: 0, short: 0 }
    for (const [lane, { count }] of totals) {
      if (count === 0) lack.absent += 1
      else if (count < lane.least) lack.cut += 1
    }
    let airtime = 0
    for (const lane of unbooked) airtime += airtimeOf(lane)
    const slack = Math.min(longest, tolerance * duration) + ROUNDING
    for (const lane of unbooked) {
      lack.off = Math.max(lack.off, Math.abs(airtimeOf(lane) - lane.share * airtime) - slack)
    }
    if (length >= HOUR_MS) lack.short = Math.max(0, HOUR_MS - duration)
    return lack
  }
}

function isWhole({ absent, off, cut, short }: Lack): boolean {
  return absent === 0 && off === 0 && cut === 0 && short === 0
}

function compare(a: Lack, b: Lack): number {
  return a.absent - b.absent || a.off - b.off || a.cut - b.cut || a.short - b.short
}
