import { DAY_MS, type Day, type Weekday, weekdayOf } from './day'
import type { Calendar, Schedule } from './problem'
import { recur } from './recurrence'
import { countBelow } from './search'

/** The dates on which a schedule may play: (rule or every date, plus rdates) minus exdates, then day types. */
export type Dates = {
  /** Picked dates in [from, to), ascending. */
  between(from: Day, to: Day): Day[]
  /** How many picked dates that have a daypart lie before `day`, from `start`, or from 1970-01-01 without one. */
  countBefore(day: Day): number
}

const EPOCH: Day = 0
const AHEAD_DAYS = 400

export function datesOf(schedule: Schedule, calendar: Calendar): Dates {
  const { rule } = schedule
  const start = schedule.start === null ? null : Math.floor(schedule.start / DAY_MS)
  const origin = start ?? EPOCH
  const allowed = (day: Day) => !schedule.exdates.has(day) && schedule.dayTypes.has(dayTypeOf(day, calendar))
  const hasDaypart = weekdaysWithDayparts(schedule)

  const between = (from: Day, to: Day): Day[] => {
    const days = rule ? [...recur(rule, origin, from, to)] : everyDay(from, to)
    if (schedule.rdates.size === 0) return days.filter(allowed)
    const added = [...schedule.rdates].filter((day) => day >= from && day < to)
    return [...new Set([...days, ...added])].filter(allowed).sort((a, b) => a - b)
  }

  const counts = (day: Day) => hasDaypart.has(weekdayOf(day)) && allowed(day)

  /** Without a rule a week is like any other, but for the dates that are named somewhere. */
  const countEveryDay = (to: Day): number => {
    const named = new Set([...schedule.exdates, ...calendar.holidays, ...calendar.workdays])
    let count = 0
    for (let weekday = 0; weekday < 7; weekday += 1) {
      if (hasDaypart.has(weekday) && schedule.dayTypes.has(plainDayType(weekday))) {
        count += weekdaysBetween(weekday, origin, to)
      }
    }
    for (const day of named) {
      if (day < origin || day >= to || !hasDaypart.has(weekdayOf(day))) continue
      const plain = schedule.dayTypes.has(plainDayType(weekdayOf(day)))
      count += Number(allowed(day)) - Number(plain)
    }
    return count
  }

  // A rule is expanded once for all the days of a range, which are asked for in order; those before it are only counted.
  let counted: { from: Day; to: Day; before: number; days: Day[] } | null = null
  const countRuled = (to: Day): number => {
    if (!counted || to < counted.from || to > counted.to) counted = countFrom(to)
    return counted.before + countBelow(counted.days, to)
  }
  const countFrom = (from: Day) => {
    const to = from + AHEAD_DAYS
    const known = { from, to, before: 0, days: [] as Day[] }
    const note = (day: Day) => {
      if (day < from) known.before += Number(counts(day))
      else if (counts(day)) known.days.push(day)
    }
    for (const day of schedule.rdates) if (day >= origin && day < to) note(day)
    for (const day of rule ? recur(rule, origin, origin, to) : []) if (!schedule.rdates.has(day)) note(day)
    known.days.sort((a, b) => a - b)
    return known
  }

  return {
    between,
    countBefore(day) {
      if (day <= origin) return 0
      return rule ? countRuled(day) : countEveryDay(day)
    },
  }
}

function everyDay(from: Day, to: Day): Day[] {
  return Array.from({ length: to - from }, (_, i) => from + i)
}

function dayTypeOf(day: Day, { holidays, workdays }: Calendar): 'workday' | 'dayoff' {
  if (workdays.has(day)) return 'workday'
  return holidays.has(day) ? 'dayoff' : plainDayType(weekdayOf(day))
}

function plainDayType(weekday: Weekday): 'workday' | 'dayoff' {
  return weekday < 5 ? 'workday' : 'dayoff'
}

function weekdaysWithDayparts({ dayparts }: Schedule): Set<Weekday> {
  return new Set(dayparts.flatMap(({ days }) => [...days]))
}

/** How many of one weekday lie in [from, to). */
function weekdaysBetween(weekday: Weekday, from: Day, to: Day): number {
  const first = from + ((weekday - weekdayOf(from) + 7) % 7)
  return first >= to ? 0 : Math.floor((to - 1 - first) / 7) + 1
}
