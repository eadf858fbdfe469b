import type { Language, Text } from '../i18n/text'
import { type Corrections, type DayKind, datesFrom, type PublishedDay, yearOf } from './correctedCalendar'

/** Dates in a row, both ends included, of one kind; `corrected` where the office says otherwise than what was published. */
export type Span = { from: string; to: string; corrected: boolean }

/** A holiday of one year: when one is off for it, and which weekend days are worked for it. */
export type Arrangement = { name: Text; off: Span[]; work: Span[] }

type Day = { date: string; kind: DayKind; name: Text; corrected: boolean }

const ownName: Text = { zh: '本单位更正', en: 'Corrections' }

/** What is arranged in a year, holiday by holiday, in order of their first day off; empty where nothing is known of it. */
export function arrangementsOf(
  year: number,
  published: readonly PublishedDay[],
  { corrections }: Corrections,
): Arrangement[] {
  const days = new Map<string, Day>()
  for (const { date, kind, holiday } of published) {
    if (yearOf(date) === year) days.set(date, { date, kind, name: holiday, corrected: false })
  }
  for (const { from, to, kind, note } of corrections ?? []) {
    for (const date of datesFrom(from, to || from)) {
      if (yearOf(date) !== year) continue
      const known = days.get(date)
      const name = known?.name ?? (note ? { zh: note, en: note } : ownName)
      days.set(date, { date, kind, name, corrected: known?.corrected || known?.kind !== kind })
    }
  }
  const arrangements = new Map<string, Arrangement>()
  for (const day of [...days.values()].sort((a, b) => (a.date < b.date ? -1 : 1))) {
    const arrangement = arrangements.get(day.name.zh) ?? { name: day.name, off: [], work: [] }
    arrangements.set(day.name.zh, arrangement)
    append(day.kind === 'dayoff' ? arrangement.off : arrangement.work, day)
  }
  const first = ({ off, work }: Arrangement) => (off[0] ?? work[0])?.from ?? ''
  return [...arrangements.values()].sort((a, b) => (first(a) < first(b) ? -1 : 1))
}

function append(spans: Span[], { date, corrected }: Day) {
  const last = spans.at(-1)
  const follows = last && datesFrom(last.to, date).length === 2
  if (follows && last.corrected === corrected) last.to = date
  else spans.push({ from: date, to: date, corrected })
}

/** `10月1日–7日`, `1–7 Oct`. */
export function spanText({ from, to }: Pick<Span, 'from' | 'to'>, language: Language): string {
  const [a, b] = [dayOf(from, language), dayOf(to, language)]
  if (from === to) return language === 'zh' ? `${a.month}${a.day}` : `${a.day} ${a.month}`
  const oneMonth = a.month === b.month
  if (language === 'zh') return `${a.month}${a.day}–${oneMonth ? '' : b.month}${b.day}`
  return oneMonth ? `${a.day}–${b.day} ${a.month}` : `${a.day} ${a.month} – ${b.day} ${b.month}`
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

function dayOf(date: string, language: Language) {
  const [month, day] = [Number(date.slice(5, 7)), Number(date.slice(8))]
  return language === 'zh'
    ? { month: `${month}月`, day: `${day}日` }
    : { month: months[month - 1] ?? '', day: String(day) }
}
