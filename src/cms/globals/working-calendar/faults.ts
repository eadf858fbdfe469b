import {
  type DayKind,
  datesFrom,
  isDate,
  longestCorrectionDays,
  type PublishedDay,
  yearOf,
} from '../../calendar/correctedCalendar'
import type { DocumentFault } from '../../faults/fault'

type Row = { from?: string | null; to?: string | null; kind?: DayKind | null }

/** The corrections as they are about to be saved. */
export type CalendarDraft = { corrections?: Row[] | null; enteredYears?: number[] | null }

const [firstYear, lastYear] = [2000, 2100]

/** All that is wrong with corrections of the published calendar. */
export function calendarFaults(
  { corrections, enteredYears }: CalendarDraft,
  published: readonly PublishedDay[],
): DocumentFault[] {
  const rows = corrections ?? []
  return [
    ...rows.flatMap(dateFaults),
    ...contradictions(rows),
    ...(enteredYears ?? []).flatMap((year) => yearFaults(year, rows, published)),
  ]
}

function dateFaults({ from, to }: Row, index: number): DocumentFault[] {
  const path = (name: string) => `corrections.${index}.${name}`
  const faults: DocumentFault[] = []
  if (from && !isDate(from)) faults.push({ path: path('from'), code: 'bad-date' })
  if (to && !isDate(to)) faults.push({ path: path('to'), code: 'bad-date' })
  if (!isDate(from) || !isDate(to)) return faults
  if (to < from) return [{ path: path('to'), code: 'correction-end-before-start' }]
  const whole = datesFrom(from, to).at(-1) === to
  return whole
    ? []
    : [{ path: path('to'), code: 'correction-too-long', values: { days: longestCorrectionDays } }]
}

/** Each row that says of a date another than an earlier row does; told once a row. */
function contradictions(rows: Row[]): DocumentFault[] {
  const said = new Map<string, { kind: DayKind; row: number }>()
  return rows.flatMap(({ from, to, kind }, index): DocumentFault[] => {
    if (!from || !kind) return []
    const dates = datesFrom(from, to || from)
    const date = dates.find((one) => said.has(one) && said.get(one)?.kind !== kind)
    const earlier = date && said.get(date)
    for (const one of dates) if (!said.has(one)) said.set(one, { kind, row: index + 1 })
    if (!earlier) return []
    return [
      {
        path: `corrections.${index}.from`,
        code: 'correction-contradicts',
        values: { date, row: earlier.row },
      },
    ]
  })
}

function yearFaults(year: number, rows: Row[], published: readonly PublishedDay[]): DocumentFault[] {
  const path = 'enteredYears'
  if (!Number.isInteger(year) || year < firstYear || year > lastYear) {
    return [{ path, code: 'year-invalid', values: { first: firstYear, last: lastYear } }]
  }
  const named = [
    ...published.map(({ date }) => date),
    ...rows.flatMap(({ from, to }) => (from ? datesFrom(from, to || from) : [])),
  ]
  return named.some((date) => yearOf(date) === year)
    ? []
    : [{ path, code: 'year-without-days', values: { year } }]
}
