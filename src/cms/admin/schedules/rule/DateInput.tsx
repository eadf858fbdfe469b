'use client'
import { isDate } from '../../../calendar/correctedCalendar'
import type { Text } from '../../../i18n/text'
import { DatePicker } from '../../fields/DatePicker'
import { useSay } from '../../useSay'

/** A date `YYYY-MM-DD`, typed or picked; with `onEnter`, what is typed is handed over by the Enter key. */
export function DateInput(props: {
  label: Text
  value: string
  disabled: boolean
  onChange: (value: string) => void
  onEnter?: () => void
}) {
  const { say } = useSay()
  const { label, value, disabled, onChange, onEnter } = props
  return (
    <span className="xb-walltime xb-date">
      <input
        type="text"
        autoComplete="off"
        aria-label={say(label)}
        aria-invalid={value !== '' && !isDate(value)}
        placeholder="2026-10-01"
        maxLength={10}
        value={value}
        disabled={disabled}
        onChange={(event) => onChange(event.target.value.trim())}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !onEnter) return
          event.preventDefault()
          onEnter()
        }}
      />
      {!onEnter && (
        <DatePicker type="date" value={isDate(value) ? value : ''} disabled={disabled} onPick={onChange} />
      )}
    </span>
  )
}
