'use client'
import { useAllFormFields } from '@payloadcms/ui'
import { reduceFieldsToValues } from 'payload/shared'
import { useId, useMemo, useState } from 'react'
import { arrangementsOf, type Span, spanText } from '../../calendar/arrangements'
import { type Corrections, correctedCalendar, type PublishedDay } from '../../calendar/correctedCalendar'
import { useSay } from '../useSay'

/** Year by year what is known, with the form's corrections, saved or not; a year that nobody has entered is said to be unknown. */
export function CalendarYears({ published }: { published: PublishedDay[] }) {
  const { say } = useSay()
  const selectId = useId()
  const corrections = useCorrections()
  const { knownYears } = correctedCalendar(published, corrections)
  const thisYear = new Date().getFullYear()
  const [year, setYear] = useState(thisYear)
  const years = [...new Set([...knownYears, thisYear, thisYear + 1])].sort((a, b) => b - a)
  const unknown = [thisYear, thisYear + 1].filter((one) => !knownYears.includes(one))
  return (
    <section className="xb-panel xb-calendar">
      <h3>
        <label htmlFor={selectId}>{say({ zh: '已知的安排', en: 'What is known' })}</label>
        <select
          className="xb-select xb-calendar__year"
          id={selectId}
          value={year}
          onChange={(event) => setYear(Number(event.target.value))}
        >
          {years.map((one) => (
            <option key={one} value={one}>
              {say({ zh: `${one} 年`, en: String(one) })}
              {knownYears.includes(one) ? '' : say({ zh: '（尚未公布）', en: ' (unknown)' })}
            </option>
          ))}
        </select>
      </h3>
      <div aria-live="polite">
        {knownYears.includes(year) || <Unknown year={year} />}
        <Arrangements year={year} published={published} corrections={corrections} />
        {year !== unknown[0] && unknown[0] && <Unknown year={unknown[0]} />}
      </div>
    </section>
  )
}

function Unknown({ year }: { year: number }) {
  const { say } = useSay()
  return (
    <p className="xb-warning">
      {say({
        zh: `${year} 年的安排未知（系统尚未收录国务院公布的通知）：在此之前，该年周一至周五都按工作日、周六周日都按休息日播出。通知公布后可在下面录入。`,
        en: `The arrangement of ${year} is unknown: it is not published here yet. Until it is, every Monday to Friday of that year counts as a workday, and every Saturday and Sunday as a day off. It can be entered below.`,
      })}
    </p>
  )
}

function Arrangements(props: { year: number; published: PublishedDay[]; corrections: Corrections }) {
  const { say, language } = useSay()
  const arrangements = arrangementsOf(props.year, props.published, props.corrections)
  if (arrangements.length === 0) return null
  return (
    <table className="xb-calendar__table">
      <thead>
        <tr>
          <th scope="col">{say({ zh: '节日', en: 'Holiday' })}</th>
          <th scope="col">{say({ zh: '放假', en: 'Off' })}</th>
          <th scope="col">{say({ zh: '调休上班', en: 'Worked weekend days' })}</th>
        </tr>
      </thead>
      <tbody>
        {arrangements.map(({ name, off, work }) => (
          <tr key={name.zh}>
            <th scope="row">{name[language]}</th>
            <td>
              <Spans spans={off} />
            </td>
            <td>
              <Spans spans={work} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Spans({ spans }: { spans: Span[] }) {
  const { say, language } = useSay()
  if (spans.length === 0) return '—'
  return spans.map((span, index) => (
    <span key={span.from}>
      {index > 0 && say({ zh: '、', en: ', ' })}
      {spanText(span, language)}
      {span.corrected && (
        <small className="xb-badge xb-badge--late">{say({ zh: '更正', en: 'corrected' })}</small>
      )}
    </span>
  ))
}

function useCorrections(): Corrections {
  const [fields] = useAllFormFields()
  return useMemo(() => {
    const { corrections, enteredYears } = reduceFieldsToValues(fields, true) as Record<string, unknown>
    return {
      corrections: Array.isArray(corrections) ? corrections.filter((row) => row?.from && row?.kind) : [],
      enteredYears: Array.isArray(enteredYears) ? enteredYears.map(Number) : [],
    }
  }, [fields])
}
