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
  const moments = momentsOf(problem, span.from, span.to)
  const during = (when: (moment: Moment, i: number) => boolean): Interval[] =>
    intervalsOf(moments, when)
      .map((each) => ({ from: span.from + each.from * SECOND, to: span.from + each.to * SECOND }))
      .map((each) => ({ from: Math.max(from, each.from), to: Math.min(to, each.to) }))
      .filter((each) => each.from < each.to)
  const warnings: ExpectedWarning[] = []
  const add = (code: string, schedules: string[], intervals: Interval[]) => {
    warnings.push(...intervals.map((interval) => ({ code, schedules, ...interval })))
  }

  add('gap', [], joined(segments.filter(({ level }) => level === 'filler' || level === 'standby')))
  const takeovers = segments.filter(({ level, schedules }) => level === 'takeover' && schedules.length > 1)
  for (const ids of new Set(takeovers.map(({ schedules }) => schedules.join(' ')))) {
    const same = takeovers.filter(({ schedules }) => schedules.join(' ') === ids)
    add('takeover-conflict', ids.split(' '), joined(same))
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
    const holes = moments.map((moment, i) => {
      const before = moments[i - 1]
      if (!isActive(moment)) ended = false
      else if (moment.contending.includes(id)) ended = false
      if (before && isActive(before) && isActive(moment) && ends.has(span.from + i * SECOND)) ended = true
      return ended && moment.barren.includes(id)
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

function intervalsOf(moments: Moment[], when: (moment: Moment, i: number) => boolean): Interval[] {
  const found: Interval[] = []
  moments.forEach((moment, i) => {
    if (!when(moment, i)) return
    const last = found.at(-1)
    if (last?.to === i) last.to = i + 1
    else found.push({ from: i, to: i + 1 })
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
