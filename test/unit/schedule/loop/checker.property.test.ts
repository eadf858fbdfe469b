import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Problem, parseProblem, resolve } from '../../../../src/schedule'
import { problemInput } from '../../../factories/problem'
import { durationOf, type Given, type Lane, violations } from './guarantees'

const DAY_SECONDS = 86_400

/** Schedules by rank, and how long the segment in which they play is. */
type Case = { ranks: Lane[][]; seconds: number }

// Within reach of every guarantee: no booking is refused by a long entry, and the hour is not overbooked.
describe('the loop, held against every guarantee as it is written', { timeout: 120_000 }, () => {
  it.each<[string, Shape, number]>([
    ['shares alone', { bookings: 0, seconds: fc.constant(DAY_SECONDS) }, 300],
    ['entries of milliseconds', { bookings: 0, ms: fc.integer({ min: 1000, max: 40_000 }) }, 200],
    ['contents that are shared', { bookings: 0, contents: 4 }, 200],
  ])('%s', (_, shape, numRuns) => {
    fc.assert(
      fc.property(caseOf(shape), (given) => {
        expect(violations(loopOf(given))).toEqual([])
      }),
      { numRuns },
    )
  })

  it.each<[string, Shape, number]>([
    ['in a day', { bookings: 0.6, seconds: fc.constant(DAY_SECONDS) }, 200],
    ['in some hours', { bookings: 0.6, seconds: fc.integer({ min: 7200, max: 30_000 }) }, 200],
    ['of tiny entries', { bookings: 0.4, ms: fc.integer({ min: 100, max: 2000 }), lanes: 3 }, 60],
    ['with ranks that fill beside them', { bookings: 1, fill: true }, 200],
    ['of contents that are shared', { bookings: 0.4, contents: 4 }, 200],
  ])('keeps bookings %s, and the shares beside them', (_, shape, numRuns) => {
    fc.assert(
      fc.property(caseOf(shape), (given) => {
        const loop = loopOf(given)
        fc.pre(isComfortable(given, loop))
        expect(violations(loop).filter((broken) => !OF_LATER_RULES.test(broken))).toEqual([])
      }),
      { numRuns },
    )
  })

  it('keeps order and shares under extreme weights, where cycles give way before the schedules with hardly a share', () => {
    const weights = fc.integer({ min: -9, max: 9 }).map((exponent) => 10 ** exponent)
    fc.assert(
      fc.property(caseOf({ bookings: 0, weights }), (given) => {
        const broken = violations(loopOf(given)).filter((violation) => !/^(cycle|start)/.test(violation))
        expect(broken).toEqual([])
      }),
      { numRuns: 200 },
    )
  })

  it('keeps bookings in segments under an hour that have room for two of every entry', () => {
    const cases = caseOf({ bookings: 0.5, seconds: fc.integer({ min: 60, max: 3599 }) })
    fc.assert(
      fc.property(cases, (given) => {
        const longest = given.ranks.flat().map(({ entries }) => Math.max(...entries.map(({ ms }) => ms)))
        fc.pre(2 * longest.reduce((a, b) => a + b) <= given.seconds * 1000)
        const loop = loopOf(given)
        fc.pre(isComfortable(given, loop))
        const ofBookings = violations(loop).filter((broken) => /^(order|plays|spacing|longer)/.test(broken))
        expect(ofBookings).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  it('is never longer than its segment, however short that is', () => {
    fc.assert(
      fc.property(caseOf({ bookings: 0.5, seconds: fc.integer({ min: 10, max: 300 }) }), (given) => {
        const loop = loopOf(given)
        const alone = new Set(loop.loop.map(({ schedule }) => schedule)).size === 1
        if (!alone) expect(durationOf(loop.loop)).toBeLessThanOrEqual(loop.length)
        expect(violations(loop).filter((broken) => broken.startsWith('order'))).toEqual([])
      }),
      { numRuns: 300 },
    )
  })
})

type Shape = {
  /** The part of the schedules that are bookings. */
  bookings: number
  seconds?: fc.Arbitrary<number>
  ms?: fc.Arbitrary<number>
  weights?: fc.Arbitrary<number>
  lanes?: number
  /** How many contents they share; left out where each has its own. */
  contents?: number
  /** Whether lower ranks fill beside the first. */
  fill?: boolean
}

function caseOf(shape: Shape): fc.Arbitrary<Case> {
  const { seconds = fc.integer({ min: 7200, max: DAY_SECONDS }), lanes = 6, fill = false } = shape
  const first = fc.integer({ min: 1, max: lanes }).chain((n) => rankOf('a', n, shape))
  const below = fill
    ? [rankOf('f', 2, { ...shape, bookings: 0.5 }), rankOf('g', 1, { ...shape, bookings: 0 })]
    : []
  return fc.record({
    ranks: fc.tuple(first, ...below).map(([winners, ...others]) => {
      // The next rank fills beside bookings alone, and so on until something unbooked does.
      const ranks = [winners, ...others]
      const last = ranks.findIndex((rank) => rank.some(({ playsPerHour }) => playsPerHour === null))
      return last < 0 ? ranks : ranks.slice(0, last + 1)
    }),
    seconds,
  })
}

function rankOf(name: string, count: number, shape: Shape): fc.Arbitrary<Lane[]> {
  const { bookings, ms = fc.integer({ min: 3, max: 60 }).map((s) => s * 1000), contents } = shape
  const { weights = fc.constantFrom(1, 1, 2, 3, 0.5, 10) } = shape
  const shared = fc
    .integer({ min: 1, max: contents ?? 1 })
    .map((i) => ({ content: `x-${i}`, ms: 7000 + 4000 * i }))
  const lane = (id: string): fc.Arbitrary<Lane> => {
    const own = fc
      .array(ms, { minLength: 1, maxLength: 6 })
      .map((lengths) => lengths.map((length, i) => ({ content: `${id}-${i}`, ms: length })))
    return fc
      .record({
        entries: contents === undefined ? own : fc.array(shared, { minLength: 1, maxLength: 5 }),
        weight: weights,
        plays: fc.constantFrom(1, 2, 4, 7, 12, 20, 30),
        booked: fc.double({ min: 0, max: 1, noNaN: true }).map((part) => part < bookings),
      })
      .map(({ booked, plays, ...rest }) => ({ id, ...rest, playsPerHour: booked ? plays : null, turn: TURN }))
  }
  return fc.tuple(...Array.from({ length: count }, (_, i) => lane(`${name}${i}`)))
}

// Dates from 1970-01-01 to before 2026-10-01.
const TURN = Date.UTC(2026, 9, 1) / 86_400_000

/** What bookings may take the room of, where cycles just fit and orders are few. */
const OF_LATER_RULES = /^(cycle|start|\d+ repeats)/

function isComfortable({ ranks }: Case, { missed, overbooked }: Given): boolean {
  const asked = ranks.flat().map(({ entries, playsPerHour }) => {
    const cycle = entries.reduce((sum, { ms }) => sum + ms, 0)
    return (Number(playsPerHour) * cycle) / entries.length
  })
  const hour = 3_600_000
  return missed.length === 0 && overbooked.length === 0 && asked.reduce((a, b) => a + b, 0) <= 0.8 * hour
}

/** The loop that the schedules get in a segment from midnight on. */
function loopOf({ ranks, seconds }: Case): Given {
  const problem = parsed({ ranks, seconds })
  const { segments, warnings } = resolve(problem)
  const warned = (code: string) =>
    warnings
      .filter((warning) => warning.code === code && warning.from === problem.from)
      .flatMap(({ schedules }) => schedules)
  return {
    ranks,
    length: seconds * 1000,
    loop: (segments[0]?.loop ?? []).map(({ content, schedule, seconds: length }) => ({
      content,
      schedule: schedule ?? '',
      ms: Math.round(length * 1000),
    })),
    overbooked: warned('overbooked'),
    missed: warned('booking-missed'),
  }
}

function parsed({ ranks, seconds }: Case): Problem {
  const lanes = ranks.flat()
  const contents = new Map(
    lanes.flatMap(({ entries }) => entries.map(({ content, ms }) => [content, ms / 1000])),
  )
  const clock = new Date(seconds * 1000).toISOString().slice(11, 19)
  const result = parseProblem(
    problemInput({
      contents: [...contents].map(([id, length]) => ({ id, seconds: length })),
      playlists: lanes.map(({ id, entries }) => ({
        id: `pl-${id}`,
        entries: entries.map(({ content }) => ({ content })),
      })),
      schedules: ranks.flatMap((rank, i) =>
        rank.map(({ id, weight, playsPerHour }) => ({
          id,
          playlist: `pl-${id}`,
          targets: { all: true },
          level: 'normal',
          priority: -i,
          weight,
          playsPerHour,
          dayparts: [{ from: '00:00', to: seconds === DAY_SECONDS ? '24:00' : clock }],
        })),
      ),
    }),
  )
  if (!result.ok) throw new Error(JSON.stringify(result.faults))
  return result.problem
}
