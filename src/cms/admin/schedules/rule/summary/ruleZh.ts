import type { Weekday } from '../../../../../schedule/day'
import type { Rule } from '../../../../../schedule/rule'
import { isPlain, nthWeekdays, rangesOf } from './lists'

// Written without spaces between Chinese and figures: the summary sets them.

const units = { DAILY: '天', WEEKLY: '周', MONTHLY: '个月', YEARLY: '年' }
const figures = '〇一二三四五六七八九十'
const weekdayNames = ['周一', '周二', '周三', '周四', '周五', '周六', '周日']

/** Which dates a rule picks, in Chinese: `每两周的周一、周三`. */
export function ruleZh(rule: Rule): string {
  const { freq, months, positions } = rule
  const every = everyZh(rule)
  const days = daysZh(rule)
  const limited = months && (freq === 'WEEKLY' || freq === 'MONTHLY') ? `（限${monthsZh(months)}）` : ''
  if (positions) {
    return `${joined(every, days || '日子')}中的${ranges(positions, (place) => nthZh(place, '天'))}${limited}`
  }
  if (days === '') return every + limited
  return freq === 'DAILY' ? `${every}（限${days}）` : joined(every, days) + limited
}

export function weekdaysZh(days: Iterable<Weekday>): string {
  return ranges(days, (day) => weekdayNames[day] ?? '')
}

function everyZh({ freq, interval }: Rule): string {
  if (interval === 1) return freq === 'MONTHLY' ? '每月' : `每${units[freq]}`
  return interval === 2 ? `每两${units[freq]}` : `每${interval}${units[freq]}`
}

/** `每周` and `周一` make `每周一`, `每月` and `1 日` make `每月 1 日`. */
function joined(every: string, days: string): string {
  if (every === '每周' && days.startsWith('周')) return `每${days}`
  return (every === '每月' || every === '每年') && !days.startsWith('周') ? every + days : `${every}的${days}`
}

/** The lists of a rule, the first within its months where the year is the period; each further one narrows. */
function daysZh({ freq, months, monthDays, yearDays, weekdays, positions }: Rule): string {
  const lists = [
    yearDays && ranges(yearDays, (day) => nthZh(day, '天')),
    monthDays && ranges(monthDays, (day) => (day > 0 ? `${day}日` : nthZh(day, '天'))),
    weekdays &&
      weekdayListZh(
        weekdays,
        freq === 'MONTHLY' || freq === 'YEARLY' ? !positions && !monthDays && !yearDays : false,
      ),
  ].filter((list) => list !== null)
  if (freq === 'DAILY') return [months ? monthsZh(months) : null, ...lists].filter(Boolean).join('且逢')
  if (freq !== 'YEARLY') return lists.join('且逢')
  const within = months ? monthsZh(months) : monthDays ? '每个月' : ''
  const direct = months?.size === 1 && monthDays && !yearDays && [...monthDays].some((day) => day > 0)
  return [[within, lists[0]].filter(Boolean).join(direct ? '' : '的'), ...lists.slice(1)].join('且逢')
}

function weekdayListZh(weekdays: NonNullable<Rule['weekdays']>, each: boolean): string {
  if (isPlain(weekdays)) return `${each ? '每个' : ''}${weekdaysZh(weekdays.keys())}`
  return nthWeekdays(weekdays)
    .map(({ day, nth }) => (nth === null ? '每个' : nthZh(nth, '个')) + weekdayNames[day])
    .join('、')
}

function monthsZh(months: ReadonlySet<number>): string {
  return ranges(months, (month) => `${month}月`)
}

function ranges(values: Iterable<number>, name: (value: number) => string): string {
  return rangesOf(values)
    .map(([first, last]) => (first === last ? name(first) : `${name(first)}至${name(last)}`))
    .join('、')
}

/** `第二个`, `第20天`, `最后一天`, `倒数第二个` */
function nthZh(nth: number, unit: string): string {
  if (nth === -1) return `最后一${unit}`
  const size = Math.abs(nth)
  return `${nth < 0 ? '倒数' : ''}第${figures[size] ?? size}${unit}`
}
