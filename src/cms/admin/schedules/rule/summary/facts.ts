import { DAY_MS, type Day, WEEKDAYS, type Weekday } from '../../../../../schedule/day'
import { withDefaults } from '../../../../../schedule/recurrence'
import { parseRule, type Rule } from '../../../../../schedule/rule'
import { readClock, readDate, readWallTime } from '../../../../../schedule/texts'
import { readRule } from '../readRule'

/** The fields of a schedule that say when, as a form or a document has them. */
export type WhenFields = {
  rrule?: string | null
  dayTypes?: string[] | null
  exdates?: string[] | null
  rdates?: string[] | null
  dayparts?: { days?: string[] | null; from?: string | null; to?: string | null }[] | null
  start?: string | null
  end?: string | null
}

/** A wall time: its date, and `HH:MM` unless that is midnight. */
export type Moment = { date: Day; clock: string | null }

export type Times = {
  /** Empty: whatever the date's weekday. */
  days: Weekday[]
  spans: { from: string; to: string; nextDay: boolean }[]
}

/** What a summary says. Dates ascend; what cannot be read is left out. */
export type Facts = {
  /** With what its start adds to it; null: every date. */
  rule: Rule | null
  /** Only the added dates count. */
  onlyAdded: boolean
  dayType: 'workday' | 'dayoff' | null
  except: Day[]
  added: Day[]
  /** Empty: the whole day. */
  times: Times[]
  start: Moment | null
  /** The last moments, the window's and the rule's: a whole date (inclusive), or a time (exclusive). */
  ends: Moment[]
}

/** The facts of a schedule; null while its rule cannot be read. */
export function factsOf(fields: WhenFields): Facts | null {
  const text = fields.rrule?.trim() ? fields.rrule : null
  const parsed = text === null ? null : parseRule(text)
  if (parsed && !parsed.rule) return null
  const start = momentOf(fields.start)
  const rule = parsed?.rule ?? null
  const onlyAdded = readRule(text).kind === 'dates'
  const except = datesOf(fields.exdates)
  return {
    rule: rule && start ? withDefaults(rule, start.date) : rule,
    onlyAdded,
    dayType: dayTypeOf(fields.dayTypes),
    except: onlyAdded ? [] : except,
    added: datesOf(fields.rdates).filter((date) => !except.includes(date)),
    times: timesOf(fields.dayparts ?? []),
    start,
    ends: endsOf(momentOf(fields.end), onlyAdded ? null : (rule?.until ?? null)),
  }
}

function dayTypeOf(dayTypes: string[] | null | undefined): Facts['dayType'] {
  const [first, ...others] = new Set(dayTypes ?? [])
  return others.length === 0 && (first === 'workday' || first === 'dayoff') ? first : null
}

function datesOf(texts: string[] | null | undefined): Day[] {
  const dates = (texts ?? []).map(readDate).filter((date) => date !== null)
  return [...new Set(dates)].sort((a, b) => a - b)
}

function momentOf(text: string | null | undefined): Moment | null {
  const wall = readWallTime(text ?? '')
  if (wall === null) return null
  const clock = (text ?? '').slice(11)
  return { date: Math.floor(wall / DAY_MS), clock: wall % DAY_MS === 0 ? null : clock }
}

/** An end at midnight is the whole date before. The rule's end is told where the window does not end before. */
function endsOf(end: Moment | null, until: Day | null): Moment[] {
  const window = end && end.clock === null ? { date: end.date - 1, clock: null } : end
  const rule = until === null ? null : { date: until, clock: null }
  if (!window || !rule) return [window ?? rule].filter((one) => one !== null)
  if (window.date < rule.date || (window.date === rule.date && window.clock === null)) return [window]
  return rule.date < window.date ? [rule] : [rule, window]
}

/** Dayparts by the weekdays that they share, in the order given; rows that are not filled in yet are left out. */
function timesOf(dayparts: NonNullable<WhenFields['dayparts']>): Times[] {
  const groups = new Map<string, Times>()
  for (const { days, from, to } of dayparts) {
    const [start, end] = [readClock(from ?? '', 'start'), readClock(to ?? '', 'end')]
    if (!from || !to || start === null || end === null) continue
    const weekdays = [...WEEKDAYS.keys()].filter((day) => days?.includes(WEEKDAYS[day] as string))
    const group = groups.get(String(weekdays)) ?? { days: weekdays.length === 7 ? [] : weekdays, spans: [] }
    group.spans.push({ from, to, nextDay: end <= start })
    groups.set(String(weekdays), group)
  }
  return [...groups.values()]
}
