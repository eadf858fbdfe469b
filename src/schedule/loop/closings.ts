import { type DealWanted, deal } from './deal'
import { HOUR_MS, type Item, type Lane, longestMs, SHARE_ROUNDING } from './lane'

export type ClosingsWanted = DealWanted & {
  /** A lane is off its share by no more than this part of the loop. */
  tolerance: number
}

/** What a loop lacks, as far as its totals show; zero where it lacks nothing. */
export type Lack = {
  /** Bookings left out, and those whose plays would crowd at the wrap. */
  unplayed: number
  crowded: number
  /** Other lanes left out. */
  absent: number
  /** How far the worst share is off what is tolerated, ms. */
  off: number
  /** Lanes whose cycle is cut short. */
  cut: number
  /** How much shorter than an hour it is, ms. */
  short: number
}

/** The loop of a deal's first `size` items. */
export type Closing = { size: number; lack: Lack }

const MAX_CLOSINGS = 32
const MAX_LACKING = 6

type Total = { count: number; airtime: number; first: number; last: number }

/** Where a deal can close: the first places where nothing lacks; else those late in the segment where least does. */
export function closingsOf(wanted: ClosingsWanted): { items: Item[]; closings: Closing[] } {
  const { bookings, unbooked, length } = wanted
  const lanes = [...bookings, ...unbooked]
  const totals = new Map<Lane, Total>(
    lanes.map((lane) => [lane, { count: 0, airtime: 0, first: 0, last: 0 }]),
  )
  const lateMs = MAX_CLOSINGS * longestMs(lanes)
  const lackAt = lackMeter(wanted, totals)
  const whole: Closing[] = []
  const lacking: Closing[] = []
  const items: Item[] = []
  let duration = 0
  let uncycled = lanes.length
  for (const item of deal(wanted)) {
    const start = duration
    duration += item.entry.ms
    if (duration > length) break
    items.push(item)
    const total = totals.get(item.lane) as Total
    if (total.count === 0) total.first = start
    total.last = start
    total.count += 1
    total.airtime += item.entry.ms
    if (total.count === item.lane.least) uncycled -= 1
    const isShort = uncycled > 0 || duration < Math.min(length, HOUR_MS)
    if (isShort && duration < length - lateMs) continue
    const closing = { size: items.length, lack: lackAt(duration) }
    if (isWhole(closing.lack)) whole.push(closing)
    else lacking.push(closing)
    if (lacking.length > MAX_CLOSINGS) lacking.shift()
    if (whole.length < MAX_CLOSINGS) continue
    if (length >= HOUR_MS) break
    // A segment under an hour may end in the loop's second pass: the latest places play the least of it again.
    whole.splice(MAX_CLOSINGS / 2, 1)
  }
  if (whole.length > 0) return { items, closings: whole }
  return { items, closings: lacking.sort((a, b) => compare(a.lack, b.lack)).slice(0, MAX_LACKING) }
}

function lackMeter(wanted: ClosingsWanted, totals: ReadonlyMap<Lane, Total>): (duration: number) => Lack {
  const { bookings, unbooked, length, tolerance } = wanted
  const longest = longestMs(unbooked)
  const airtimeOf = (lane: Lane) => totals.get(lane)?.airtime ?? 0
  return (duration) => {
    const lack: Lack = { unplayed: 0, crowded: 0, absent: 0, off: 0, cut: 0, short: 0 }
    for (const booking of bookings) {
      const { count, first, last } = totals.get(booking) as Total
      if (count === 0) lack.unplayed += 1
      else if (duration + first < length && duration + first - last < booking.spacingMs) lack.crowded += 1
    }
    for (const lane of unbooked) if (totals.get(lane)?.count === 0) lack.absent += 1
    for (const [lane, { count }] of totals) if (count > 0 && count < lane.least) lack.cut += 1
    let airtime = 0
    for (const lane of unbooked) airtime += airtimeOf(lane)
    const slack = Math.min(longest, tolerance * duration) + SHARE_ROUNDING
    for (const lane of unbooked) {
      lack.off = Math.max(lack.off, Math.abs(airtimeOf(lane) - lane.share * airtime) - slack)
    }
    if (length >= HOUR_MS) lack.short = Math.max(0, HOUR_MS - duration)
    return lack
  }
}

const PRECEDENCE = ['unplayed', 'crowded', 'absent', 'off', 'cut', 'short'] as const

function isWhole(lack: Lack): boolean {
  return PRECEDENCE.every((name) => lack[name] === 0)
}

function compare(a: Lack, b: Lack): number {
  const name = PRECEDENCE.find((each) => a[each] !== b[each])
  return name ? a[name] - b[name] : 0
}
