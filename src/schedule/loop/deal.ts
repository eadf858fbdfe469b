import type { Entry } from '../problem'
import { type Booking, entryAt, HOUR_MS, type Item, type Lane } from './lane'

export type DealWanted = {
  bookings: Booking[]
  unbooked: Lane[]
  /** The segment's length, ms; a booking is due at least once in it. */
  length: number
  /** When each booking is first due, as a part of its spacing. */
  phases: number[]
  /** How far a booking may be due in the future and still be played, as a part of the item it would wait for. */
  early: number
}

/** How far a lane has come: its next entry, and when that one's middle would be if it had its share at every moment. */
type Progress = { lane: Lane; count: number; airtime: number; next: Entry; middle: number }
type Pending = { booking: Booking; count: number; next: Entry; period: number; due: number; last: number }

/**
 * Items one after another, without end where there is an unbooked lane: a booking where one is due, the nearest
 * deadline first, else the unbooked lane that is furthest behind its share. Where that would repeat a content, the next
 * that may play does instead.
 */
export function* deal({ bookings, unbooked, length, phases, early }: DealWanted): Generator<Item, void> {
  const pending = bookings.map((booking, i): Pending => {
    const period = Math.min(HOUR_MS / booking.playsPerHour, length)
    const due = (phases[i] ?? 0) * period
    return { booking, count: 0, next: entryAt(booking, 0), period, due, last: Number.NEGATIVE_INFINITY }
  })
  const shared = unbooked.map((lane) => progressOf(lane, 0, 0))
  let now = 0
  let content: string | null = null
  for (;;) {
    const behind = earliest(shared, ({ middle }) => middle)
    if (!behind) return
    const horizon = now + behind.next.ms * early
    const due = pending.filter(({ due, last, booking }) => due <= horizon && now >= last + booking.spacingMs)
    const isFresh = ({ next }: { next: Entry }) => next.content !== content
    const booking = earliest(due.filter(isFresh), deadlineOf)
    // A lane may go first only within the window in which its next entry is due anyway, so that no share drifts.
    const mayGoFirst = (lane: Progress) => isFresh(lane) && lane.airtime / lane.lane.share <= behind.middle
    const lane =
      booking || (due.length === 0 && isFresh(behind))
        ? behind
        : earliest(shared.filter(mayGoFirst), middleOf)

    const chosen = booking ?? lane ?? earliest(due, deadlineOf) ?? behind
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
