import type { Segment } from '../../../../src/schedule'
import type { ProblemInput } from '../../../factories/problem'
import { SECOND } from './clock'
import { type Moment, momentsOf } from './moments'

export type ExpectedWarning = { code: string; schedules: string[]; from: number; to: number }

/**
 * The warnings of a problem's range by the letter of docs/scheduling.md, but for those of bookings. `span` holds the range
 * and starts before any content ends.
 */
export function warningsOf(
  problem: ProblemInput,
  span: { from: number; to: number },
  segments: Segment[],
): ExpectedWarning[] {
  const [from, to] = [Date.parse(problem.from), Date.parse(problem.to)]
  const stretches = stretchesOf(momentsOf(problem, span.from, span.to), span.from)
  const during = (when: (moment: Moment, i: number) => boolean): Interval[] =>
    joined(stretches.filter(({ moment }, i) => when(moment, i)))
      .map((each) => ({ from: Math.max(from, each.from), to: Math.min(to, each.to) }))
      .filter((each) => each.from < each.to)
  const warnings: ExpectedWarning[] = []
  const add = (code: string, schedules: string[], intervals: Interval[]) => {
    warnings.push(...intervals.map((interval) => ({ code, schedules, ...interval })))
  }

  add('gap', [], joined(segments.filter(({ level }) => level === 'filler' || level === 'standby')))
  const tied = ({ level, winners }: Moment) =>
    level === 'takeover' && winners.length > 1 ? [...winners].sort().join(' ') : ''
  for (const ids of new Set(stretches.map(({ moment }) => tied(moment)))) {
    const conflict = during((moment) => ids !== '' && tied(moment) === ids)
    add('takeover-conflict', ids.split(' '), conflict)
  }
  const known = new Set(problem.schedules.map(({ id }) => String(id)))
  for (const id of known) {
    const { level, enabled } = problem.schedules.find((schedule) => schedule.id === id) as Fields
    const isActive = ({ contending, barren }: Moment) => contending.includes(id) || barren.includes(id)
    const mayPlay = (moment: Moment) =>
      moment.contending.includes(id) &&
      (moment.open || (level === 'emergency' && problem.display.emergencyOutsideHours !== false))
    add(
      'nothing-playable',
      [id],
      during(({ barren }) => barren.includes(id)),
    )
    if (!segments.some(({ schedules }) => schedules.includes(id))) {
      add('always-outranked', [id], during(mayPlay))
    }
    if (enabled !== false && isAimed(problem, id) && during(isActive).length === 0) {
      add('never-active', [id], [{ from, to }])
    }
    // What a content's end leaves: it ends in a second in which the schedule is active, and is so until the hole.
    const ends = new Set(endsOf(problem, id))
    let ended = false
    const holes = stretches.map(({ moment, from }, i) => {
      const before = stretches[i - 1]?.moment
      if (moment.contending.includes(id) || !isActive(moment)) ended = false
      else if (before && isActive(before) && ends.has(from)) ended = true
      return ended
    })
    add(
      'expires',
      [id],
      during((_, i) => holes[i] === true),
    )
  }
  return warnings
}

type Fields = Record<string, unknown>
type Interval = { from: number; to: number }

export function isAimed({ display, schedules }: ProblemInput, id: string): boolean {
  const { targets } = schedules.find((schedule) => schedule.id === id) as { targets: Fields }
  const own: Fields = { displays: [display.id], groups: display.groups, tags: display.tags }
  return (
    targets.all === true ||
    Object.entries(own).some(([name, list]) =>
      ((targets[name] ?? []) as string[]).some((item) => (list as string[]).includes(item)),
    )
  )
}

/** When contents of a schedule's playlist end that were valid for a time. */
function endsOf({ schedules, playlists, contents }: ProblemInput, id: string): number[] {
  const playlist = schedules.find((schedule) => schedule.id === id)?.playlist
  const entries = playlists.find((candidate) => candidate.id === playlist)?.entries ?? []
  return entries.flatMap((entry) => {
    const content = contents.find((candidate) => candidate.id === entry.content)
    if (typeof content?.validUntil !== 'string') return []
    const begins =
      typeof content.validFrom === 'string' ? Date.parse(content.validFrom) : Number.NEGATIVE_INFINITY
    const ends = Date.parse(content.validUntil)
    return begins < ends ? [ends] : []
  })
}

/** Seconds that share their moment. */
function stretchesOf(moments: Moment[], start: number): (Interval & { moment: Moment })[] {
  const found: (Interval & { moment: Moment })[] = []
  moments.forEach((moment, i) => {
    const last = found.at(-1)
    const from = start + i * SECOND
    if (last?.moment === moment) last.to = from + SECOND
    else found.push({ moment, from, to: from + SECOND })
  })
  return found
}

/** What touches is one. */
function joined(intervals: Interval[]): Interval[] {
  const found: Interval[] = []
  for (const { from, to } of intervals) {
    const last = found.at(-1)
    if (last?.to === from) last.to = to
    else found.push({ from, to })
  }
  return found
}
