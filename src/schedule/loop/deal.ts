import type { HourCounts } from './hour'
import { type Booking, HOUR_MS, type Item, itemsOf, type Lane } from './lane'

export type DealWanted = {
  bookings: Booking[]
  unbooked: Lane[]
  /** The segment's length, ms; a booking is due at least once in it. */
  length: number
  /** When each booking is first due, as a part of its spacing. */
  phases: number[]
  /** How many entries of each lane there are to deal, and how long that takes, ms; left out where there is no end. */
  total?: HourCounts | undefined
  /** How far a booking may be due in the future and still be played, as a part of the item it would wait for. */
  early: number
  /** Whether a booking that would repeat a content waits for one more item. */
  parting: boolean
  /** Whether one is played up to half its spacing before it is due rather than repeat a content. */
  ahead: boolean
}

/** How far a lane has come, and how many of its entries there are to deal. */
type Dealt = { items: Item[]; next: Item; count: number; most: number }
/** `middle`: when that of its next entry would be if it had its share at every moment; `airtime`: what it has had, ms. */
type Progress = Dealt & { lane: Lane; airtime: number; middle: number }
type Pending = Dealt & { booking: Booking; period: number; due: number; last: number }

/**
 * Items one after another, without end but for a total: a booking where one is due, the nearest
 * deadline first, else the unbooked lane that is furthest behind its share. Where that would repeat a content, the next
 * that may play does instead.
 */
export function* deal(wanted: DealWanted): Generator<Item, void> {
  const { bookings, unbooked, length, phases, total, early, parting, ahead } = wanted
  const dealt = (lane: Lane): Dealt => {
    const items = itemsOf(lane)
    const most = total ? (total.counts.get(lane) ?? 0) : Number.POSITIVE_INFINITY
    return { items, next: items[0] as Item, count: 0, most }
  }
  const pending = bookings.map((booking, i): Pending => {
    const plays = total?.counts.get(booking)
    const period = total && plays ? total.duration / plays : Math.min(HOUR_MS / booking.playsPerHour, length)
    const due = (phases[i] ?? 0) * period
    return { ...dealt(booking), booking, period, due, last: Number.NEGATIVE_INFINITY }
  })
  const shared = unbooked.map((lane): Progress => {
    const progress = { ...dealt(lane), lane, airtime: 0, middle: 0 }
    return { ...progress, middle: middleAt(progress) }
  })
  let now = 0
  let content: string | null = null
  for (;;) {
    const chosen = choose({ shared, pending, now, content, early, parting, ahead })
    if (!chosen) return
    const item = chosen.next
    yield item
    chosen.count += 1
    chosen.next = chosen.items[chosen.count % chosen.items.length] as Item
    if ('booking' in chosen) {
      postpone(chosen, now)
    } else {
      chosen.airtime += item.entry.ms
      chosen.middle = middleAt(chosen)
    }
    content = item.entry.content
    now += item.entry.ms
  }
}

type Choice = Pick<DealWanted, 'early' | 'parting' | 'ahead'> & {
  shared: Progress[]
  pending: Pending[]
  now: number
  /** What was played last. */
  content: string | null
}

function choose(choice: Choice): Progress | Pending | null {
  const { shared, pending, now, content, early, parting, ahead } = choice
  const behind = earliest(shared, middleOf, isLeft)
  if (!behind) return earliest(pending, deadlineOf, isLeft)
  const horizon = now + behind.next.entry.ms * early
  const isDue = (it: Pending) => it.due <= horizon && now >= it.last + it.booking.spacingMs && isLeft(it)
  const isFresh = ({ next }: Dealt) => next.entry.content !== content
  const due = earliest(pending, deadlineOf, isDue)
  if (!due) {
    if (isFresh(behind)) return behind
  } else {
    if (!parting || isFresh(due)) return due
    const other = earliest(pending, deadlineOf, (it) => isDue(it) && isFresh(it))
    if (other) return other
  }
  // A lane may go first only within the window in which its next entry is due anyway, so that no share drifts.
  const mayGoFirst = (it: Progress) =>
    isLeft(it) && isFresh(it) && it.airtime / it.lane.share <= behind.middle
  const other = earliest(shared, middleOf, mayGoFirst)
  if (other || !ahead) return other ?? due ?? behind
  const mayGoAhead = (it: Pending) =>
    isLeft(it) && isFresh(it) && it.due - now < it.period / 2 && now >= it.last + it.booking.spacingMs
  return earliest(pending, deadlineOf, mayGoAhead) ?? due ?? behind
}

/** The next time a booking is due after a play at `now`; what was missed is not made up. */
function postpone(pending: Pending, now: number): void {
  pending.last = now
  pending.due += pending.period * Math.max(1, Math.ceil((now - pending.due) / pending.period))
}

// Guarantee 3 lets a lane be ahead of its share by this part of the loop.
const TOLERANCE = 0.01

function middleAt({ lane, count, airtime, next }: Progress): number {
  const { ms } = next.entry
  const steady = (airtime + ms / 2) / lane.share
  // The first entry comes as soon as a loop may hold it, so that a lane with a tiny share is not left out.
  return count === 0 ? Math.min(steady, ms / (lane.share + TOLERANCE)) : steady
}

function isLeft({ count, most }: Dealt): boolean {
  return count < most
}

function deadlineOf({ due, period }: Pending): number {
  return due + period
}

function middleOf({ middle }: Progress): number {
  return middle
}

/** The first of those that will do for which `time` is smallest. */
function earliest<T>(all: T[], time: (item: T) => number, willDo: (item: T) => boolean): T | null {
  let best: T | null = null
  let bestTime = Number.POSITIVE_INFINITY
  for (const item of all) {
    const at = time(item)
    if ((best && at >= bestTime) || !willDo(item)) continue
    best = item
    bestTime = at
  }
  return best
}
