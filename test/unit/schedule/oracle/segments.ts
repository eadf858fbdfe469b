import type { Segment } from '../../../../src/schedule'
import type { ProblemInput } from '../../../factories/problem'
import { midnightsOf, SECOND } from './clock'
import { type Moment, momentsOf } from './moments'

export type ExpectedSegment = {
  from: number
  to: number
  anchor: number
  level: string
  muted: boolean
  moment: Moment
  /** The loop's nominal length: from its anchor to where its boundary stands before it moves. */
  length: number
}

/** The nominal boundaries: where a run of moments with one loop starts, or where only its sound changes. */
type Boundary = { at: number; before: Moment; after: Moment; midnight: boolean; onlyMuted: boolean }

const MAX_MOVE = 30_000

/**
 * The segments of [from, to), which starts and ends at local midnights of the display, by the letter of "Segments" in
 * docs/scheduling.md. What a loop holds is not the oracle's to say: `loopAt` gives the one that starts at an anchor.
 */
export function segmentsOf(
  problem: ProblemInput,
  span: { from: number; to: number },
  loopAt: (anchor: number) => Segment['loop'],
): ExpectedSegment[] {
  const moments = momentsOf(problem, span.from, span.to)
  const boundaries = boundariesOf(problem, moments, span)
  const segments: ExpectedSegment[] = []
  const first = moments[0] as Moment
  let current = { from: span.from, anchor: span.from, moment: first }
  let open: ExpectedSegment[] = []
  const close = (to: number) => {
    const { anchor, moment } = current
    open.push({ ...current, to, level: moment.level, muted: moment.muted, length: 0 })
    return anchor
  }
  boundaries.forEach((boundary, i) => {
    const { at, after, onlyMuted } = boundary
    if (onlyMuted) {
      const anchor = close(at)
      current = { from: at, anchor, moment: after }
      return
    }
    const next = boundaries[i + 1]?.at ?? span.to
    const moved = movedTo(problem, boundary, next, current.anchor, loopAt(current.anchor))
    const anchor = close(moved)
    segments.push(...open.map((segment) => ({ ...segment, length: at - anchor })))
    open = []
    current = { from: moved, anchor: moved, moment: after }
  })
  const anchor = close(span.to)
  segments.push(...open.map((segment) => ({ ...segment, length: span.to - anchor })))
  return segments
}

function boundariesOf(
  { display }: ProblemInput,
  moments: Moment[],
  span: { from: number; to: number },
): Boundary[] {
  const midnights = new Set(midnightsOf(String(display.timezone), span))
  const boundaries: Boundary[] = []
  for (let i = 1; i < moments.length; i += 1) {
    const [before, after] = [moments[i - 1] as Moment, moments[i] as Moment]
    const at = span.from + i * SECOND
    const midnight = midnights.has(at)
    if (before === after && !midnight) continue
    if (midnight || before.key !== after.key) {
      boundaries.push({ at, before, after, midnight, onlyMuted: false })
    } else if (before.muted !== after.muted) {
      boundaries.push({ at, before, after, midnight, onlyMuted: true })
    }
  }
  return boundaries
}

function movedTo(
  problem: ProblemInput,
  { at, before, after, midnight }: Boundary,
  next: number,
  anchor: number,
  loop: Segment['loop'],
): number {
  const gentle = [before.level, after.level].every((level) => level === 'normal' || level === 'filler')
  if (!gentle || midnight || before.muted !== after.muted) return at
  const lengths = loop.map(({ seconds }) => Math.round(seconds * 1000))
  let position = (at - anchor) % lengths.reduce((a, b) => a + b, 0)
  let playing = 0
  while (position >= (lengths[playing] as number)) {
    position -= lengths[playing] as number
    playing += 1
  }
  const end = at + (lengths[playing] as number) - position
  const content = problem.contents.find(({ id }) => id === loop[playing]?.content)
  const isValid = typeof content?.validUntil !== 'string' || Date.parse(content.validUntil) >= end
  return position > 0 && end - at <= MAX_MOVE && isValid && end < next ? end : at
}
