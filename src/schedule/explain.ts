import { playsOf } from './plays'
import type { Problem, Schedule } from './problem'
import { type Run, runsOf } from './runs'
import { isTargeted, type Stretch, sweep } from './stretches'
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
  const { stretches } = sweep(problem)
  const runs = runsOf(problem, stretches)
  const run = runs.find((candidate) => candidate.from <= at && at < candidate.to) as Run
  const stretch = stretches.find((candidate) => candidate.from <= at && at < candidate.to) as Stretch
  const [play] = playsOf([run], at, at + 1)
  return {
    at,
    level: run.selection.level,
    muted: run.parts.find((part) => part.from <= at && at < part.to)?.muted ?? false,
    content: play?.content ?? null,
    schedule: play?.schedule ?? null,
    schedules: problem.schedules.map((schedule) => ({
      id: schedule.id,
      ...verdictOf(schedule, problem, stretch, run),
      next: nextSegment(schedule, runs, at, problem.to),
    })),
  }
}

type Reason = { verdict: Verdict; because: string }

function verdictOf(schedule: Schedule, problem: Problem, stretch: Stretch, run: Run): Reason {
  if (!schedule.enabled) return { verdict: 'disabled', because: 'The schedule is switched off.' }
  if (!isTargeted(schedule, problem)) {
    return {
      verdict: 'not-targeted',
      because: 'None of its targets is this display, one of its groups or tags.',
    }
  }
  if (stretch.barren.includes(schedule)) {
    return { verdict: 'nothing-playable', because: 'None of its contents is valid now.' }
  }
  if (!stretch.contenders.includes(schedule)) {
    // Where a boundary moved, a play goes on past the end of its schedule's time.
    const because = holds(run, schedule)
      ? 'Its time is over, and its last play is still ending.'
      : 'Its dates, dayparts, start or end do not hold this time.'
    return { verdict: 'not-active', because }
  }
  if (!stretch.open && !(schedule.level === 'emergency' && problem.display.emergencyOutsideHours)) {
    return { verdict: 'off-hours', because: 'The display is outside its operating hours.' }
  }
  if (holds(run, schedule)) return { verdict: 'playing', because: playingBecause(schedule, run) }
  return { verdict: 'outranked', because: outrankedBecause(schedule, stretch) }
}

function playingBecause({ level, priority }: Schedule, run: Run): string {
  if (level === run.selection.level) return `It is in the loop at level ${level}, priority ${priority}.`
  return `It fills the time beside the bookings of level ${run.selection.level}.`
}

function outrankedBecause(schedule: Schedule, { selection }: Stretch): string {
  const members = selection.ranks.flat()
  if (members.some((member) => member.schedule === schedule)) {
    return 'The loop has no room for it, or a play of what came before is still ending.'
  }
  const winner = members[0]?.schedule
  const level = winner?.level ?? 'filler'
  if (level !== schedule.level) return `Level ${level} plays, which outranks ${schedule.level}.`
  return `Priority ${winner?.priority} plays, which outranks ${schedule.priority}.`
}

function nextSegment(schedule: Schedule, runs: Run[], at: number, to: number): number | null {
  for (const run of runs) {
    if (!holds(run, schedule)) continue
    const part = run.parts.find(({ from }) => from > at && from < to)
    if (part) return part.from
  }
  return null
}

function holds(run: Run, { id }: Schedule): boolean {
  return run.loop.items.some((item) => item.schedule === id)
}
