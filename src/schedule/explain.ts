import type { Interval } from './interval'
import { playableAt } from './playable'
import { playsOf } from './plays'
import type { Problem, Schedule } from './problem'
import { type Run, runsOf } from './runs'
import type { Selection } from './selection'
import { type Candidate, isTargeted, type Stretch, sweep } from './stretches'
import type { Segment } from './timeline'

export type Verdict =
  | 'disabled'
  | 'not-targeted'
  | 'not-active'
  | 'nothing-playable'
  | 'off-hours'
  | 'outranked'
  | 'playing'

/** What a display shows at an instant, and for every schedule why it does or does not play. Instants are UTC ms. */
export type Explanation = {
  at: number
  level: Segment['level']
  muted: boolean
  content: string | null
  schedule: string | null
  /** Sorted by id. `next`: the start of its next segment after `at` within the range, or null. */
  schedules: { id: string; verdict: Verdict; because: string; next: number | null }[]
}

/** Explains an instant of the problem's range, from <= at < to; throws a RangeError outside it. */
export function explain(problem: Problem, at: number): Explanation {
  if (at < problem.from || at >= problem.to) throw new RangeError('The instant is not within the range.')
  const holdsAt = ({ from, to }: Interval) => from <= at && at < to
  const swept = sweep(problem)
  const { candidates, open, stretches } = swept
  const moment: Interval = { from: at, to: at + 1 }
  let run: Run | null = null
  const next = new Map<string, number>()
  for (const each of runsOf(problem, swept)) {
    if (holdsAt(each)) run = each
    noteNext(next, each, moment.to, problem.to)
  }
  if (!run) throw new Error('A range is covered by runs.')
  const [play] = playsOf([run], moment.from, moment.to)
  const isActive = ({ active }: Candidate) => active(moment).some(holdsAt)
  const circumstances: Circumstances = {
    problem,
    at,
    run,
    selection: selectionAt(stretches(), holdsAt),
    isOpen: open(moment).some(holdsAt),
    active: new Set(candidates.filter(isActive).map(({ schedule }) => schedule)),
  }
  return {
    at,
    level: run.selection.level,
    muted: run.parts.find(holdsAt)?.muted ?? false,
    content: play?.content ?? null,
    schedule: play?.schedule ?? null,
    schedules: problem.schedules.map((schedule) => ({
      id: schedule.id,
      ...verdictOf(schedule, circumstances),
      next: next.get(schedule.id) ?? null,
    })),
  }
}

/** Who plays by right: where a boundary waits for a play, not yet who is seen. */
function selectionAt(days: Iterable<Stretch[]>, holdsAt: (stretch: Stretch) => boolean): Selection {
  for (const stretches of days) {
    const stretch = stretches.find(holdsAt)
    if (stretch) return stretch.selection
  }
  return { level: 'standby', ranks: [] }
}

type Circumstances = {
  problem: Problem
  at: number
  run: Run
  selection: Selection
  isOpen: boolean
  active: ReadonlySet<Schedule>
}

type Reason = { verdict: Verdict; because: string }

function verdictOf(
  schedule: Schedule,
  { problem, at, run, selection, isOpen, active }: Circumstances,
): Reason {
  if (!schedule.enabled) return { verdict: 'disabled', because: 'The schedule is switched off.' }
  if (!isTargeted(schedule, problem)) {
    return {
      verdict: 'not-targeted',
      because: 'None of its targets is this display, one of its groups or tags.',
    }
  }
  if (!active.has(schedule)) {
    // Where a boundary moved, a play goes on past the end of its schedule's time.
    const because = holds(run, schedule)
      ? 'Its time is over, and its last play is still ending.'
      : 'Its dates, dayparts, start or end do not hold this time.'
    return { verdict: 'not-active', because }
  }
  if (playableAt(schedule.entries, at).count === 0) {
    return { verdict: 'nothing-playable', because: 'None of its contents is valid now.' }
  }
  if (!isOpen && !(schedule.level === 'emergency' && problem.display.emergencyOutsideHours)) {
    return { verdict: 'off-hours', because: 'The display is outside its operating hours.' }
  }
  if (holds(run, schedule)) return { verdict: 'playing', because: playingBecause(schedule, run) }
  return { verdict: 'outranked', because: outrankedBecause(schedule, selection) }
}

function playingBecause({ level, priority }: Schedule, run: Run): string {
  if (level === run.selection.level) return `It is in the loop at level ${level}, priority ${priority}.`
  return `It fills the time beside the bookings of level ${run.selection.level}.`
}

function outrankedBecause(schedule: Schedule, { ranks }: Selection): string {
  const members = ranks.flat()
  if (members.some((member) => member.schedule === schedule)) {
    return 'The loop has no room for it, or a play of what came before is still ending.'
  }
  const winner = members[0]?.schedule
  const level = winner?.level ?? 'filler'
  if (level !== schedule.level) return `Level ${level} plays, which outranks ${schedule.level}.`
  return `Priority ${winner?.priority} plays, which outranks ${schedule.priority}.`
}

/** Notes, for the schedules of a run's loop, the first start of a segment within [from, to). */
function noteNext(next: Map<string, number>, run: Run, from: number, to: number): void {
  const part = run.parts.find((each) => each.from >= from && each.from < to)
  if (!part) return
  for (const { schedule } of run.loop.items) {
    if (schedule !== null && !next.has(schedule)) next.set(schedule, part.from)
  }
}

function holds(run: Run, { id }: Schedule): boolean {
  return run.loop.items.some((item) => item.schedule === id)
}
