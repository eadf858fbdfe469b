import { contestOf, type Rank } from './contest'
import type { Member } from './member'
import type { Playable } from './playable'
import type { Level, Schedule } from './problem'

/** What plays while neither the winners nor their playable entries change. */
export type Selection = {
  level: Level | 'off' | 'standby'
  /** Members that share the loop, then those that fill beside bookings, rank by rank from the strongest. */
  ranks: Member[][]
}

export type Selector = {
  /** What an active schedule has to play from now on; null where it is not active or has nothing. */
  update(schedule: Schedule, playable: Playable | null): void
  /** Who plays now. The answer is the same object whenever winners, fillers and playable entries are the same. */
  select(open: boolean, filler: Playable): Selection
}

export type Contestants = {
  /** Those that are enabled and target the display, sorted by id. */
  schedules: Schedule[]
  emergencyOutsideHours: boolean
}

/** Who plays: docs/scheduling.md, "Which schedules win at an instant". */
export function selectorOf({ schedules, emergencyOutsideHours }: Contestants): Selector {
  const contest = contestOf(schedules)
  const known = new Map<string, Selection>()

  const ranksAt = (open: boolean, filler: Playable): Rank[] => {
    const mayPlay = (level: Level) => open || (emergencyOutsideHours && level === 'emergency')
    const ranks: Rank[] = []
    for (const standing of contest.standings()) {
      if (!mayPlay(standing.level)) break
      ranks.push(contest.rankOf(standing))
      if (standing.unbooked > 0) return ranks
    }
    const lastResort = filler.count > 0 && (open || ranks.length > 0)
    if (lastResort)
      ranks.push({ key: `filler ${filler.key}`, members: [{ schedule: null, entries: filler.entries() }] })
    return ranks
  }

  return {
    update: contest.update,
    select(open, filler) {
      const ranks = ranksAt(open, filler)
      const level: Selection['level'] = ranks[0]
        ? (ranks[0].members[0]?.schedule?.level ?? 'filler')
        : open
          ? 'standby'
          : 'off'
      const key = `${level}\n${ranks.map((rank) => rank.key).join('\n')}`
      const same = known.get(key)
      if (same) return same
      const selection = { level, ranks: ranks.map(({ members }) => members) }
      known.set(key, selection)
      return selection
    },
  }
}
