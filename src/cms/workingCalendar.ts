import chineseDays from 'chinese-days'

/** What differs from Monday to Friday, as the scheduling core takes it: local dates, `YYYY-MM-DD`, ascending. */
export type WorkingCalendar = {
  /** 节假日: Mondays to Fridays off. */
  holidays: string[]
  /** 调休: Saturdays and Sundays worked. */
  workdays: string[]
  /** The last year that the State Council has published; of later ones nothing is known, and nothing guessed. */
  lastYear: number
}

/** The first year in which 调休 was published as data. */
const firstYear = 2004
/** No calendar is published further ahead than the next year; this only ends the search. */
const farYear = 2100

let calendar: WorkingCalendar | null = null

/** China's working calendar, of the years that the `chinese-days` package knows. Read once. */
export function workingCalendar(): WorkingCalendar {
  calendar ??= readCalendar()
  return calendar
}

function readCalendar(): WorkingCalendar {
  const holidays: string[] = []
  const workdays: string[] = []
  let year = firstYear
  for (; year <= farYear; year += 1) {
    const before = holidays.length
    for (const date of datesOf(year)) {
      const { work } = chineseDays.getDayDetail(date)
      const weekend = [0, 6].includes(new Date(`${date}T00:00Z`).getUTCDay())
      if (!work && !weekend) holidays.push(date)
      if (work && weekend) workdays.push(date)
    }
    if (holidays.length === before) break
  }
  return { holidays, workdays, lastYear: year - 1 }
}

function datesOf(year: number): string[] {
  const first = Date.UTC(year, 0, 1)
  const days = (Date.UTC(year + 1, 0, 1) - first) / 86_400_000
  return Array.from({ length: days }, (_, index) =>
    new Date(first + index * 86_400_000).toISOString().slice(0, 10),
  )
}
