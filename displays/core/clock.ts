/** What is kept across starts: true time minus the device's time, and the newest instant known to have passed. */
export type ClockMemory = { offsetMs: number | null; floor: number }

export type Clock = {
  /** The best known time, ms since the epoch. Never earlier than the newest `issuedAt` seen. */
  now(): number
  /** Whether plays may be dated by it: measured in this run, or kept from an earlier one and not contradicted. */
  trusted(): boolean
  /** Takes an answer's Server-Time; `sent` and `received` are monotonic ms. */
  sample(serverTime: number, sent: number, received: number): void
  /** Takes the `issuedAt` of a signed manifest: it is at least this late. */
  notBefore(instant: number): void
  memory(): ClockMemory
}

/** How many answers are remembered; the one with the shortest round trip is believed (as NTP does). */
const SAMPLES = 8

/** A clock of `monotonic` steps whose origin comes from the server. */
export function createClock(options: {
  monotonic(): number
  wall(): number
  memory: ClockMemory | null
}): Clock {
  const { monotonic, wall } = options
  const startedAt = monotonic()
  let floor = options.memory ? options.memory.floor : 0
  let floorSetAt = startedAt
  const keptOffset = options.memory ? options.memory.offsetMs : null
  const origin = wall() + (keptOffset || 0) - startedAt
  let samples: { origin: number; roundTrip: number }[] = []

  function believedOrigin(): number {
    let best: { origin: number; roundTrip: number } | null = null
    for (const sample of samples) if (!best || sample.roundTrip <= best.roundTrip) best = sample
    return best ? best.origin : origin
  }
  function reading(): number {
    return believedOrigin() + monotonic()
  }
  function earliest(): number {
    return floor + (monotonic() - floorSetAt)
  }

  return {
    now: () => Math.max(reading(), earliest()),
    trusted: () => samples.length > 0 || (keptOffset !== null && reading() >= floor),
    sample(serverTime, sent, received) {
      const roundTrip = received - sent
      if (!(serverTime > 0) || !(roundTrip >= 0)) return
      const measured = { origin: serverTime + roundTrip / 2 - received, roundTrip }
      // A server whose clock was set jumps by more than any round trip explains: older samples say nothing then.
      samples = samples.filter(
        (old) => Math.abs(old.origin - measured.origin) <= old.roundTrip + roundTrip + 1000,
      )
      samples.push(measured)
      if (samples.length > SAMPLES) samples.shift()
    },
    notBefore(instant) {
      if (instant <= earliest()) return
      floor = instant
      floorSetAt = monotonic()
    },
    memory: () => ({
      offsetMs: samples.length > 0 ? Math.round(reading() - wall()) : keptOffset,
      floor: Math.round(floor),
    }),
  }
}
