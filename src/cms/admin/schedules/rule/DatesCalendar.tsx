'use client'
import { DatePicker, FieldError, useTranslation, XIcon } from '@payloadcms/ui'
import { useId, useState } from 'react'
import { isDate } from '../../../calendar/correctedCalendar'
import type { Text } from '../../../i18n/text'
import { useSay } from '../../useSay'
import { DateInput } from './DateInput'
import { dateAt, localDate } from './localDate'
import type { Marks } from './useOccurrences'

/** Dates picked on a calendar of months, or typed; the working calendar's days off and make-up workdays are marked in it. */
export function DatesCalendar(props: {
  legend: Text
  path: string
  dates: readonly string[]
  marks: Marks
  /** The month shown at first, where no date is picked. */
  today: string
  disabled: boolean
  showError: boolean
  onChange: (dates: string[]) => void
}) {
  const { say } = useSay()
  const { i18n } = useTranslation()
  const legendId = useId()
  const { legend, path, dates, marks, today, disabled, showError, onChange } = props
  const sorted = [...new Set(dates)].sort()
  const known = sorted.filter(isDate)
  // It stays where it is while dates come and go, but for one that is typed.
  const [shown, setShown] = useState(() => known.find((date) => date >= today) ?? known.at(-1) ?? today)
  return (
    <fieldset className="xb-dates" aria-labelledby={legendId} disabled={disabled}>
      <legend id={legendId} className="xb-chips__legend">
        {say(legend)}
      </legend>
      <FieldError path={path} showError={showError} />
      <DatePicker
        readOnly={disabled}
        overrides={{
          inline: true,
          locale: i18n.dateFNS,
          calendarStartDay: 1,
          chooseDayAriaLabelPrefix: say({ zh: '选择', en: 'Choose' }),
          previousMonthAriaLabel: say({ zh: '上个月', en: 'Previous month' }),
          nextMonthAriaLabel: say({ zh: '下个月', en: 'Next month' }),
          openToDate: dateAt(shown),
          selectsMultiple: true,
          selectedDates: known.map(dateAt),
          onChange: (picked: Date[] | null) => {
            if (!disabled)
              onChange([...sorted.filter((date) => !isDate(date)), ...(picked ?? []).map(localDate)].sort())
          },
          renderDayContents: (day: number, date?: Date) => (
            <Day day={day} mark={date && marks.of(localDate(date))} />
          ),
        }}
      />
      <TypedDate
        legend={legend}
        disabled={disabled}
        onAdd={(date) => {
          setShown(date)
          onChange([...new Set([...sorted, date])].sort())
        }}
      />
      <ul className="xb-dates__list">
        {sorted.map((date) => (
          <li key={date} className={isDate(date) ? 'xb-dates__date' : 'xb-dates__date xb-error'}>
            {date}
            <button
              type="button"
              aria-label={say({ zh: `去掉 ${date}`, en: `Remove ${date}` })}
              disabled={disabled}
              onClick={() => onChange(sorted.filter((one) => one !== date))}
            >
              <XIcon />
            </button>
          </li>
        ))}
      </ul>
    </fieldset>
  )
}

function Day({ day, mark }: { day: number; mark: 'holiday' | 'workday' | null | undefined }) {
  const { say } = useSay()
  if (!mark) return day
  const [short, long]: [Text, Text] =
    mark === 'holiday'
      ? [
          { zh: '休', en: 'off' },
          { zh: '节假日', en: 'holiday' },
        ]
      : [
          { zh: '班', en: 'work' },
          { zh: '调休上班', en: 'make-up workday' },
        ]
  return (
    <span className={`xb-day xb-day--${mark}`} title={say(long)}>
      {day}
      <small className="xb-day__mark">{say(short)}</small>
    </span>
  )
}

function TypedDate({
  legend,
  disabled,
  onAdd,
}: {
  legend: Text
  disabled: boolean
  onAdd: (date: string) => void
}) {
  const { say } = useSay()
  const [text, setText] = useState('')
  const add = () => {
    if (!isDate(text)) return
    onAdd(text)
    setText('')
  }
  return (
    <div className="xb-dates__typed">
      <DateInput
        label={{ zh: `${legend.zh}：输入一个日期，按回车`, en: `${legend.en}: type a date, then Enter` }}
        value={text}
        disabled={disabled}
        onChange={setText}
        onEnter={add}
      />
      <button type="button" className="xb-plain" disabled={disabled || !isDate(text)} onClick={add}>
        {say({ zh: '添加', en: 'Add' })}
      </button>
    </div>
  )
}
