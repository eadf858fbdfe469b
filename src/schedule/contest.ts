import type { Member } from './member'
import type { Playable } from './playable'
import { LEVELS, type Level, type Schedule } from './problem'
import { countBelow } from './search'

/** The members of one level and priority. Equal keys mean the same members with the same entries. */
export type Rank = { key: string; members: Member[] }

/** One level and priority, and who is there now. */
export type Standing = {
  level: Level
  /** Its place among all, 0 the strongest. */
  order: number
  /** Places of those present in the list of all schedules, ascending. */
  present: number[]
  unbooked: number
  /** What `rankOf` gave; null since the last change. */
  rank: Rank | null
}

export type Contest = {
  /** A schedule comes or has other things to play; null: it goes. */
  update(schedule: Schedule, playable: Playable | null): void
  /** Where anybody is present, from the strongest. */
  standings(): Iterable<Standing>
  rankOf(standing: Standing): Rank
}

/**
 * Schedules by level and priority, kept while they come and go, so that a change costs what it changes and not a look
 * at every schedule. Within a rank they stay in the order given.
 */
export function contestOf(schedules: Schedule[]): Contest {
  const places = new Map(schedules.map((schedule, place) => [schedule, place]))
  const standings = standingsOf(schedules)
  const ordered = [...new Set(standings.values())].sort((a, b) => a.order - b.order)
  const occupied: number[] = []
  const playables: (Playable | null)[] = schedules.map(() => null)
  const members: (Member | null)[] = schedules.map(() => null)
  const memberAt = (place: number): Member => {
    const member = members[place] ?? {
      schedule: schedules[place] as Schedule,
      entries: playables[place]?.entries() ?? [],
    }
    members[place] = member
    return member
  }

  return {
    update(schedule, playable) {
      const place = places.get(schedule) as number
      const before = playables[place]
      if (!before && !playable) return
      playables[place] = playable
      if (before?.key !== playable?.key) members[place] = null
      const standing = standings.get(schedule) as Standing
      standing.rank = null
      if (before && playable) return
      const wasEmpty = standing.present.length === 0
      toggle(standing.present, place)
      if (schedule.playsPerHour === null) standing.unbooked += playable ? 1 : -1
      if (wasEmpty || standing.present.length === 0) toggle(occupied, standing.order)
    },
    *standings() {
      for (const order of occupied) yield ordered[order] as Standing
    },
    rankOf(standing) {
      standing.rank ??= {
        key: standing.present.map((place) => `${place} ${playables[place]?.key}`).join(),
        members: standing.present.map(memberAt),
      }
      return standing.rank
    },
  }
}

/** The standing of each schedule; those that tie share one. */
function standingsOf(schedules: Schedule[]): Map<Schedule, Standing> {
  const strength = (a: Schedule, b: Schedule) =>
    LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level) || b.priority - a.priority
  const standings = new Map<Schedule, Standing>()
  let last: { schedule: Schedule; standing: Standing } | null = null
  for (const schedule of [...schedules].sort(strength)) {
    if (!last || strength(last.schedule, schedule) !== 0) {
      const order: number = last ? last.standing.order + 1 : 0
      last = { schedule, standing: { level: schedule.level, order, present: [], unbooked: 0, rank: null } }
    }
    standings.set(schedule, last.standing)
  }
  return standings
}

/** Takes a number out of an ascending list, or puts it in. */
function toggle(numbers: number[], number: number): void {
  const at = countBelow(numbers, number)
  if (numbers[at] === number) numbers.splice(at, 1)
  else numbers.splice(at, 0, number)
}
