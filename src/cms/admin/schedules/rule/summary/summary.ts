import { civilOf, type Day } from '../../../../../schedule/day'
import type { Language } from '../../../../i18n/text'
import { dateText } from '../readRule'
import { type Facts, factsOf, type Moment, type Times, type WhenFields } from './facts'
import { and, monthNames, ruleEn, weekdaysEn } from './ruleEn'
import { ruleZh, weekdaysZh } from './ruleZh'

/** More dates than these are counted, not named. */
const mostNamed = 4

/** When a schedule plays, in one sentence without a full stop; null while its rule cannot be read. */
export function summary(fields: WhenFields, language: Language): string | null {
  const facts = factsOf(fields)
  if (!facts) return null
  const said = (parts: string[], separator: string) => parts.filter((part) => part !== '').join(separator)
  return language === 'zh' ? spaced(said(zh(facts), '，')) : said(en(facts), ', ')
}

/** A space between Chinese and figures, as the admin's other texts have it. */
function spaced(text: string): string {
  return text.replace(/(?<=\p{Script=Han})(?=\d)|(?<=\d)(?=\p{Script=Han})/gu, ' ')
}

function zh(facts: Facts): string[] {
  const { rule, dayType, start, ends, except, added, onlyAdded } = facts
  const times = timesBeside(facts)
  if (onlyAdded && added.length === 0) return ['还没有指定日期，不会播出']
  return [
    start && !(onlyAdded && start.date <= (added[0] ?? 0)) ? `从${momentZh(start)}起` : '',
    `${onlyAdded ? datesZh(added, '指定日期') : everyZh(facts)}播出`,
    times.length === 0 ? '全天' : times.map(timesZh).join('；'),
    ...ends.map((end) => `到${momentZh(end)}为止`),
    rule?.count ? `共${rule.count}天${dayType || except.length > 0 ? '（除外的不另补）' : ''}` : '',
    onlyAdded || !isEveryDay(facts) ? dayTypeZh(facts) : '',
    except.length > 0 ? `${datesZh(except, '日期')}除外` : '',
    !onlyAdded && added.length > 0 ? `另加${datesZh(added, '日期')}` : '',
  ]
}

function en(facts: Facts): string[] {
  const { rule, dayType, start, ends, except, added, onlyAdded } = facts
  const times = timesBeside(facts)
  if (onlyAdded && added.length === 0) return ['No date is picked yet: it never plays']
  const left = dayType || except.length > 0 ? ', those left out included' : ''
  return [
    onlyAdded ? `On ${datesEn(added)}` : everyEn(facts),
    times.length === 0 ? 'all day' : times.map(timesEn).join('; '),
    start && !(onlyAdded && start.date <= (added[0] ?? 0)) ? `from ${momentEn(start)}` : '',
    ...ends.map((end) => `until ${momentEn(end)}`),
    rule?.count ? `${rule.count} ${rule.count === 1 ? 'date' : 'dates'} in all${left}` : '',
    dayType && (onlyAdded || !isEveryDay(facts))
      ? `on ${dayType === 'workday' ? 'working days' : 'days off'} only`
      : '',
    except.length > 0 ? `except ${datesEn(except)}` : '',
    !onlyAdded && added.length > 0 ? `and also on ${datesEn(added)}` : '',
  ]
}

/** No rule, or one that picks every date until it ends. */
function isEveryDay({ rule }: Facts): boolean {
  if (!rule) return true
  const { freq, interval, months, monthDays, weekdays, count } = rule
  return freq === 'DAILY' && interval === 1 && count === null && !months && !monthDays && !weekdays
}

/** The weekdays of the dayparts, where nothing else picks dates: `null` where some daypart holds on all of them. */
function weekdaysOnly(facts: Facts): Times['days'] | null {
  const { dayType, onlyAdded, times } = facts
  const some = times.length > 0 && times.every(({ days }) => days.length > 0)
  return some && isEveryDay(facts) && !dayType && !onlyAdded ? times.flatMap(({ days }) => days) : null
}

/** One set of weekdays stands for the dates, and is not said again with the times. */
function timesBeside(facts: Facts): Times[] {
  const { times } = facts
  return times.length === 1 && weekdaysOnly(facts) ? times.map((time) => ({ ...time, days: [] })) : times
}

function everyZh(facts: Facts): string {
  if (!isEveryDay(facts)) return facts.rule ? ruleZh(facts.rule) : ''
  const weekdays = weekdaysOnly(facts)
  if (weekdays) return facts.times.length === 1 ? `每${weekdaysZh(weekdays)}` : '每周'
  if (!facts.dayType) return '每天'
  return facts.dayType === 'workday' ? '每个工作日（含调休上班）' : '每个休息日（周末和节假日）'
}

function everyEn(facts: Facts): string {
  if (!isEveryDay(facts)) return facts.rule ? ruleEn(facts.rule) : ''
  const weekdays = weekdaysOnly(facts)
  if (weekdays) return facts.times.length === 1 ? `Every ${weekdaysEn(weekdays)}` : 'Every week'
  if (!facts.dayType) return 'Every day'
  return facts.dayType === 'workday' ? 'Every working day' : 'Every day off'
}

/** Where a rule picks Mondays to Fridays only, working days leave out nothing but holidays. */
function dayTypeZh({ dayType, rule, added }: Facts): string {
  if (!dayType) return ''
  if (dayType === 'dayoff') return '只在休息日（周末和节假日）'
  const weekdays = rule?.weekdays
  const inWeek = weekdays && [...weekdays.keys()].every((day) => day < 5) && added.length === 0
  return inWeek ? '法定节假日除外' : '只在工作日（含调休上班）'
}

function momentZh({ date, clock }: Moment): string {
  return clock === null ? dateText(date) : `${dateText(date)} ${clock}`
}

function momentEn({ date, clock }: Moment): string {
  return clock === null ? dateEn(date) : `${clock} on ${dateEn(date)}`
}

function datesZh(dates: Day[], noun: string): string {
  const [first, last] = [dates[0] ?? 0, dates.at(-1) ?? 0]
  if (dates.length <= mostNamed) return dates.map(dateText).join('、')
  return `${dateText(first)}至${dateText(last)}间的${dates.length}个${noun}`
}

function datesEn(dates: Day[]): string {
  const [first, last] = [dates[0] ?? 0, dates.at(-1) ?? 0]
  if (dates.length <= mostNamed) return and(dates.map(dateEn))
  return `${dates.length} dates between ${dateEn(first)} and ${dateEn(last)}`
}

function dateEn(date: Day): string {
  const { year, month, day } = civilOf(date)
  return `${day} ${monthNames[month - 1]} ${year}`
}

function timesZh({ days, spans }: Times): string {
  const times = spans.map(({ from, to, nextDay }) => `${from}–${nextDay ? '次日 ' : ''}${to}`).join('、')
  return days.length > 0 ? `${weekdaysZh(days)} ${times}` : times
}

function timesEn({ days, spans }: Times): string {
  const times = and(spans.map(({ from, to, nextDay }) => `${from}–${to}${nextDay ? ' the next day' : ''}`))
  return days.length > 0 ? `${weekdaysEn(days)} ${times}` : times
}
