import type { Entry } from '../problem'
import type { HourCounts } from './hour'
import { type Booking, entryAt, HOUR_MS, type Item, type Lane } from './lane'

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
}

/** How far a lane has come: its next entry, and when that one's middle would be if it had its share at every moment. */
type Progress = { lane: Lane; count: number; airtime: number; next: Entry; middle: number }
type Pending = { booking: Booking; count: number; next: Entry; period: number; due: number; last: number }

/**
 * Items one after another, without end but for a total: a booking where one is due, the nearest
 * deadline first, else the unbooked lane that is furthest behind its share. Where that would repeat a content, the next
 * that may play does instead.
 */
export function* deal(wanted: DealWanted): Generator<Item, void> {
  const { bookings, unbooked, length, phases, total, early, parting } = wanted
  const isLeft = (lane: Lane, count: number) => !total || count < (total.counts.get(lane) ?? 0)
  const pending = bookings.map((booking, i): Pending => {
    const plays = total?.counts.get(booking)
    const period = total && plays ? total.duration / plays : Math.min(HOUR_MS / booking.playsPerHour, length)
    const due = (phases[i] ?? 0) * period
    return { booking, count: 0, next: entryAt(booking, 0), period, due, last: Number.NEGATIVE_INFINITY }
  })
  const shared = unbooked.map((lane) => progressOf(lane, 0, 0))
  let now = 0
  let content: string | null = null
  for (;;) {
    const open = total ? shared.filter(({ lane, count }) => isLeft(lane, count)) : shared
    const booked = total ? pending.filter(({ booking, count }) => isLeft(booking, count)) : pending
    const chosen = choose({ open, booked, now, content, early, parting })
    if (!chosen) return
    const entry = chosen.next
    if ('booking' in chosen) {
      yield { lane: chosen.booking, entry }
      advance(chosen, now)
    } else {
      yield { lane: chosen.lane, entry }
      Object.assign(chosen, progressOf(chosen.lane, chosen.count + 1, chosen.airtime + entry.ms))
    }
    content = entry.content
    now += entry.ms
  }
}

type Choice = Pick<DealWanted, 'early' | 'parting'> & {
  open: Progress[]
  booked: Pending[]
  now: number
  /** What was played last. */
  content: string | null
}

function choose({ open, booked, now, content, early, parting }: Choice): Progress | Pending | null {
  const behind = earliest(open, middleOf)
  if (!behind) return earliest(booked, deadlineOf)
  const horizon = now + behind.next.ms * early
  const due = booked.filter(({ due, last, booking }) => due <= horizon && now >= last + booking.spacingMs)
  const isFresh = ({ next }: { next: Entry }) => next.content !== content
  const booking = earliest(parting ? due.filter(isFresh) : due, deadlineOf)
  if (booking) return booking
  if (due.length === 0 && isFresh(behind)) return behind
  // A lane may go first only within the window in which its next entry is due anyway, so that no share drifts.
  const mayGoFirst = (lane: Progress) => isFresh(lane) && lane.airtime / lane.lane.share <= behind.middle
  return earliest(open.filter(mayGoFirst), middleOf) ?? earliest(due, deadlineOf) ?? behind
}

/** The next time a booking is due after a play at `now`; what was missed is not made up. */
function advance(pending: Pending, now: number): void {
  pending.count += 1
  pending.next = entryAt(pending.booking, pending.count)
  pending.last = now
  pending.due += pending.period * Math.max(1, Math.ceil((now - pending.due) / pending.period))
}

// Guarantee 3 lets a lane be ahead of its share by this part of the loop.
const TOLERANCE = 0.01

function progressOf(lane: Lane, count: number, airtime: number): Progress {
  const next = entryAt(lane, count)
  const steady = (airtime + next.ms / 2) / lane.share
  // The first entry comes as soon as a loop may hold it, so that a lane with a tiny share is not left out.
  const middle = count === 0 ? Math.min(steady, next.ms / (lane.share + TOLERANCE)) : steady
  return { lane, count, airtime, next, middle }
}

function deadlineOf({ due, period }: Pending): number {
  return due + period
}

function middleOf({ middle }: Progress): number {
  return middle
}

/** The first of those for which `time` is smallest. */
function earliest<T>(all: T[], time: (item: T) => number): T | null {
  let best: T | null = null
  for (const item of all) if (!best || time(item) < time(best)) best = item
  return best
}
