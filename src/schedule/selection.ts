import { type Entry, LEVELS, type Level, type Schedule } from './problem'

/** A schedule, or the display's filler (null), with those of its entries that are playable. Never without any. */
export type Member = {
  schedule: Schedule | null
  entries: Entry[]
}

/** What plays while neither the winners nor their playable entries change. */
export type Selection = {
  level: Level | 'off' | 'standby'
  /** Members that share the loop, then those that fill beside bookings, rank by rank from the strongest. */
  ranks: Member[][]
}

export type Circumstances = {
  /** Active, playable schedules that target the display, sorted by id. */
  contenders: Member[]
  open: boolean
  emergencyOutsideHours: boolean
  /** The playable entries of the display's filler. */
  filler: Entry[]
}

/** Who plays: docs/scheduling.md, "Which schedules win at an instant". */
export function select({ contenders, open, emergencyOutsideHours, filler }: Circumstances): Selection {
  const eligible = open
    ? contenders
    : contenders.filter((member) => emergencyOutsideHours && isEmergency(member))
  const ranks = rank(eligible)
  const winners = ranks[0]
  if (!winners && !open) return { level: 'off', ranks: [] }
  const lastResort: Member[][] = filler.length > 0 ? [[{ schedule: null, entries: filler }]] : []
  if (!winners)
    return lastResort.length > 0 ? { level: 'filler', ranks: lastResort } : { level: 'standby', ranks: [] }

  const level = (winners[0] as Member).schedule?.level ?? 'filler'
  const all = [...ranks, ...lastResort]
  const unbooked = all.findIndex((members) => members.some((member) => !isBooking(member)))
  return { level, ranks: unbooked < 0 ? all : all.slice(0, unbooked + 1) }
}

export function isBooking({ schedule }: Member): boolean {
  return schedule !== null && schedule.playsPerHour !== null
}

function isEmergency({ schedule }: Member): boolean {
  return schedule?.level === 'emergency'
}

/** Groups that tie in level and priority, the strongest first; within a group the order stays. */
function rank(members: Member[]): Member[][] {
  const groups = new Map<string, { level: number; priority: number; members: Member[] }>()
  for (const member of members) {
    if (!member.schedule) continue
    const { priority } = member.schedule
    const level = LEVELS.indexOf(member.schedule.level)
    const key = `${level}/${priority}`
    const group = groups.get(key)
    if (group) group.members.push(member)
    else groups.set(key, { level, priority, members: [member] })
  }
  return [...groups.values()]
    .sort((a, b) => a.level - b.level || b.priority - a.priority)
    .map((group) => group.members)
}
