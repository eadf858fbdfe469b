import chineseDays from 'chinese-days'
import {
  type Corrections,
  correctedCalendar,
  datesFrom,
  type PublishedDay,
  type WorkingCalendar,
} from './calendar/correctedCalendar'

/** The first year in which 调休 was published as data. */
const firstYear = 2004
/** No calendar is published further ahead than the next year; this only ends the search. */
const farYear = 2100

let published: PublishedDay[] | null = null

/** China's working calendar as `chinese-days` knows it, with the office's corrections. */
export function workingCalendar(corrections: Corrections = {}): WorkingCalendar {
  return correctedCalendar(publishedDays(), corrections)
}

/** Every date that an arrangement of the State Council names, of the years that the `chinese-days` package knows. Read once. */
export function publishedDays(): PublishedDay[] {
  published ??= readPublished()
  return published
}

function readPublished(): PublishedDay[] {
  const days: PublishedDay[] = []
  for (let year = firstYear; year <= farYear; year += 1) {
    const named = datesFrom(`${year}-01-01`, `${year}-12-31`).flatMap(dayOf)
    if (named.length === 0) break
    days.push(...named)
  }
  return days
}

/** The package names a day of an arrangement `National Day,国庆节,3`, and any other day by its weekday. */
function dayOf(date: string): PublishedDay[] {
  const { work, name } = chineseDays.getDayDetail(date)
  const [en, zh] = name.split(',')
  return en && zh ? [{ date, kind: work ? 'workday' : 'dayoff', holiday: { zh, en } }] : []
}
