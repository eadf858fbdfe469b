import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatTimeline, resolve, type Segment, type Timeline, type Warning } from '../../../src/schedule'
import type { ProblemInput } from '../../factories/problem'
import { runs } from '../../factories/runs'
import { parsed } from './lines'
import { anyLongProblem, anyProblem, wholeDays } from './oracle/problems'
import { segmentsOf } from './oracle/segments'

describe('resolve, against the oracle that goes second by second', { timeout: 240_000 }, () => {
  it('has its segments, moved boundaries, anchors, levels, sound and winners', () => {
    fc.assert(
      fc.property(anyProblem, (problem) => {
        const { segments, expected } = besideOracle(problem)
        const line = ({ from, to, anchor, level, muted }: (typeof expected)[number] | Segment) =>
          `${[from, to, anchor].map((at) => new Date(at).toISOString()).join(' ')} ${level} ${muted}`
        expect(segments.map(line)).toEqual(expected.map(line))
        segments.forEach(({ schedules, loop }, i) => {
          const { moment, length } = expected[i] as (typeof expected)[number]
          const { winners, fillers } = moment
          expect([...winners, ...fillers]).toEqual(
            expect.arrayContaining(loop.map(({ schedule }) => schedule)),
          )
          expect(schedules).toEqual([...new Set(loop.flatMap(({ schedule }) => schedule ?? []))].sort())
          expect(loop.length === 0).toBe(winners.length + fillers.length === 0)
          // In half an hour there is room for everybody, but beside bookings that may take all of it.
          if (length >= 1_800_000 && fillers.length === 0) expect(schedules).toEqual(winners.sort())
        })
      }),
      runs(300),
    )
  })
})

describe('resolve', { timeout: 120_000 }, () => {
  it('covers the range with segments and plays, without a gap or an overlap', () => {
    fc.assert(
      fc.property(anyProblem, (problem) => {
        const timeline = timelineOf(problem)
        let at = timeline.from
        for (const segment of timeline.segments) {
          expect(segment.from).toBe(at)
          expect(segment.to).toBeGreaterThan(segment.from)
          expect(segment.anchor).toBeLessThanOrEqual(segment.from)
          at = segment.to
        }
        expect(at).toBe(timeline.to)
        at = timeline.from
        const odd = (timeline.plays ?? []).filter((play) => {
          const isLate = play.from < at || play.to <= play.from
          at = play.to
          const segment = timeline.segments.find(({ from, to }) => from <= play.from && play.from < to)
          return isLate || !segment || itemAt(segment, play.from) !== `${play.content} of ${play.schedule}`
        })
        expect(odd).toEqual([])
        const played = (timeline.plays ?? []).reduce((sum, { from, to }) => sum + to - from, 0)
        const lit = timeline.segments.filter(({ loop }) => loop.length > 0)
        expect(played).toBe(lit.reduce((sum, { from, to }) => sum + to - from, 0))
      }),
      runs(200),
    )
  })

  it('gives the part of a range for a part of the range', () => {
    const seconds = fc.nat(36 * 3600)
    fc.assert(
      fc.property(anyProblem, seconds, seconds, fc.nat(999), (problem, skip, length, ms) => {
        const whole = timelineOf(problem)
        const from = Math.min(whole.from + skip * 1000 + ms, whole.to - 1)
        const to = Math.min(whole.to, from + length * 1000 + 1)
        const part = timelineOf({
          ...problem,
          from: new Date(from).toISOString(),
          to: new Date(to).toISOString(),
        })
        expect(part.segments).toEqual(clipped(whole.segments, from, to))
        expect(part.plays).toEqual(clipped(whole.plays ?? [], from, to))
        expect(ofItsTime(part)).toEqual(inOrder(clipped(ofItsTime(whole), from, to)))
      }),
      runs(350),
    )
  })

  it('gives the part of a range of weeks for days of it', () => {
    fc.assert(
      fc.property(
        anyLongProblem,
        fc.array(fc.nat(44 * 24), { minLength: 4, maxLength: 4 }),
        (problem, hours) => {
          const whole = resolve(parsed(problem))
          for (const hour of hours) {
            const from = Math.min(whole.from + hour * 3_600_000, whole.to - 1000)
            const to = Math.min(whole.to, from + 50 * 3_600_000)
            const instants = { from: new Date(from).toISOString(), to: new Date(to).toISOString() }
            const part = resolve(parsed({ ...problem, ...instants }))
            expect(part.segments).toEqual(clipped(whole.segments, from, to))
            expect(ofItsTime(part)).toEqual(inOrder(clipped(ofItsTime(whole), from, to)))
          }
        },
      ),
      runs(300),
    )
  })

  it('gives the same bytes in whatever order lists and fields stand', () => {
    fc.assert(
      fc.property(anyProblem, fc.infiniteStream(fc.nat()), (problem, numbers) => {
        const other = shuffled(problem, () => numbers.next().value as number) as ProblemInput
        const text = (input: ProblemInput) => JSON.stringify(formatTimeline(resolve(parsed(input))))
        expect(text(other)).toBe(text(problem))
      }),
      runs(200),
    )
  })

  it('is not changed by a lower schedule where an unbooked higher one plays', () => {
    fc.assert(
      fc.property(anyProblem, fc.boolean(), (problem, isTakeover) => {
        const level = isTakeover ? 'takeover' : 'normal'
        const top = { id: 'top', playlist: 'p-top', targets: { all: true }, level, priority: 99 }
        const given = {
          ...problem,
          contents: [...problem.contents, { id: 'c-top', seconds: 10 }],
          playlists: [...problem.playlists, { id: 'p-top', entries: [{ content: 'c-top' }] }],
        }
        const isLower = (schedule: Record<string, unknown>) =>
          schedule.level !== 'emergency' && (isTakeover || schedule.level !== 'takeover')
        const alone = { ...given, schedules: [top] }
        const among = { ...given, schedules: [top, ...problem.schedules.filter(isLower)] }
        expect(timelineOf(among).segments).toEqual(timelineOf(alone).segments)
      }),
      runs(150),
    )
  })

  it('is not changed by a lower schedule in any segment where an unbooked higher one wins', () => {
    fc.assert(
      fc.property(anyProblem, (problem) => {
        const low = { id: 'z-low', playlist: 'p-3', targets: { all: true }, level: 'filler', priority: -9 }
        const before = timelineOf(problem).segments
        const after = timelineOf({ ...problem, schedules: [...problem.schedules, low] }).segments
        const unbooked = new Set(
          problem.schedules.filter(({ playsPerHour }) => !playsPerHour).map(({ id }) => id),
        )
        const isHigher = ({ loop }: Segment) =>
          loop.length > 0 && loop.every(({ schedule }) => unbooked.has(schedule))
        // A boundary beside what is not higher may move otherwise, and what follows it starts there.
        const inner = before.filter(
          (segment, i) => isHigher(segment) && before[i - 1]?.level !== 'standby' && i > 0,
        )
        for (const { level, schedules, loop, muted, from, to } of inner) {
          const middle = (from + to) / 2
          const same = after.find((segment) => segment.from <= middle && middle < segment.to)
          expect(same?.level).toBe(level)
          expect(same?.muted).toBe(muted)
          if (same?.anchor === from) expect([same.schedules, same.loop]).toEqual([schedules, loop])
        }
      }),
      runs(150),
    )
  })
})

function timelineOf(input: ProblemInput): Timeline {
  return resolve(parsed(input), { plays: true })
}

/** The timeline of the whole days that a problem is about, and the oracle's with the same loops. */
function besideOracle(problem: ProblemInput) {
  const span = wholeDays(problem)
  const { segments } = resolve(parsed({ ...problem, to: new Date(span.to).toISOString() }))
  const loops = new Map(segments.map(({ anchor, loop }) => [anchor, loop]))
  const expected = segmentsOf(problem, span, (anchor) => loops.get(anchor) ?? [])
  return { segments, expected }
}

function itemAt({ anchor, loop }: Segment, at: number): string | undefined {
  const duration = loop.reduce((sum, { seconds }) => sum + Math.round(seconds * 1000), 0)
  let position = (at - anchor) % duration
  for (const { content, schedule, seconds } of loop) {
    position -= Math.round(seconds * 1000)
    if (position < 0) return `${content} of ${schedule}`
  }
  return undefined
}

function clipped<T extends { from: number; to: number }>(items: T[], from: number, to: number): T[] {
  return items
    .filter((item) => item.to > from && item.from < to)
    .map((item) => ({ ...item, from: Math.max(item.from, from), to: Math.min(item.to, to) }))
}

/** The warnings but for those two that speak of the range itself. */
function ofItsTime({ warnings }: Timeline): Warning[] {
  return warnings.filter(({ code }) => code !== 'never-active' && code !== 'always-outranked')
}

/** Warnings by from, code and ids. */
function inOrder(warnings: Warning[]): Warning[] {
  const compare = (a: string, b: string) => (a < b ? -1 : Number(a > b))
  return warnings.sort(
    (a, b) => a.from - b.from || compare(a.code, b.code) || compare(a.schedules.join(), b.schedules.join()),
  )
}

/** All lists and fields in another order, but for entries, whose order is their meaning. */
function shuffled(value: unknown, random: () => number): unknown {
  const mixed = <T>(list: T[]): T[] =>
    list
      .map((item) => ({ item, key: random() }))
      .sort((a, b) => a.key - b.key)
      .map(({ item }) => item)
  if (Array.isArray(value)) return mixed(value.map((item) => shuffled(item, random)))
  if (typeof value !== 'object' || value === null) return value
  const fields = Object.entries(value).map(([name, field]) => [
    name,
    name === 'entries' ? field : shuffled(field, random),
  ])
  return Object.fromEntries(mixed(fields))
}
