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

type Dealt = { lane: Lane; count: number; airtime: number }
type Due = Dealt & { booking: Booking; period: number; due: number; last: number }

/**
 * Items one after another, without end where there is an unbooked lane: a booking where one is due, the nearest deadline first, else the unbooked lane
 * that is furthest behind its share. Where that would repeat a content, the next that may play instead does.
 */
export function* deal({ bookings, unbooked, length, phases, early }: DealWanted): Generator<Item, void> {
  const booked = bookings.map((booking, i): Due => {
    const period = Math.min(HOUR_MS / booking.playsPerHour, length)
    const due = (phases[i] ?? 0) * period
    return { lane: booking, booking, count: 0, airtime: 0, period, due, last: Number.NEGATIVE_INFINITY }
  })
  const shared = unbooked.map((lane): Dealt => ({ lane, count: 0, airtime: 0 }))
  let now = 0
  let content: string | null = null
  for (;;) {
    const waiting = [...shared].sort((a, b) => middle(a) - middle(b))
    const furthest = waiting[0]
    const ahead = furthest ? next(furthest).ms * early : 0
    const due = booked
      .filter((booking) => booking.due <= now + ahead && now >= booking.last + booking.booking.spacingMs)
      .sort((a, b) => a.due + a.period - (b.due + b.period))
    // A lane may go first only within the window in which its next entry is due anyway, so that no share drifts.
    const allowed = waiting.filter((lane) => furthest && lane.airtime / lane.lane.share <= middle(furthest))
    const choices: Dealt[] = [...due, ...allowed]
    const chosen = choices.find((choice) => next(choice).content !== content) ?? choices[0]
    if (!chosen) return
    const entry = next(chosen)
    yield { lane: chosen.lane, entry }
    if (isDue(chosen)) {
      chosen.last = now
      // What was missed is not made up.
      chosen.due += chosen.period * Math.max(1, Math.ceil((now - chosen.due + 1e-6) / chosen.period))
    }
    chosen.count += 1
    chosen.airtime += entry.ms
    content = entry.content
    now += entry.ms
  }
}

function next({ lane, count }: Dealt) {
  return entryAt(lane, count)
}

/** When the middle of a lane's next entry would be if the lane had its share at every moment. */
function middle(dealt: Dealt): number {
  const { lane, count, airtime } = dealt
  const steady = (airtime + next(dealt).ms / 2) / lane.share
  // The first entry comes as soon as a loop may hold it, so that a lane with a tiny share is not left out.
  return count === 0 ? Math.min(steady, next(dealt).ms / (lane.share + TINY_SHARE)) : steady
}

const TINY_SHARE = 0.01

function isDue(dealt: Dealt): dealt is Due {
  return 'booking' in dealt
}
