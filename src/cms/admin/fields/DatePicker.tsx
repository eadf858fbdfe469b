import { CalendarIcon } from '@payloadcms/ui'
import { useRef } from 'react'
import { useSay } from '../useSay'

const names = {
  date: { zh: '选择日期', en: 'Pick a date' },
  'datetime-local': { zh: '选择日期和时间', en: 'Pick a date and time' },
}

/**
 * The button beside a date that is typed, inside `.xb-walltime`: it opens the browser's own picker. The date itself is a text, since a
 * browser writes its own date fields in its own language and order, whatever the page's.
 */
export function DatePicker(props: {
  type: keyof typeof names
  /** As the browser takes it: `YYYY-MM-DD`, `YYYY-MM-DDTHH:MM`; else empty. */
  value: string
  disabled: boolean
  /** Empty where it was cleared. */
  onPick: (value: string) => void
}) {
  const { say } = useSay()
  const picker = useRef<HTMLInputElement>(null)
  const { type, value, disabled, onPick } = props
  return (
    <>
      <input
        ref={picker}
        type={type}
        aria-hidden="true"
        tabIndex={-1}
        value={value}
        disabled={disabled}
        onChange={(event) => onPick(event.target.value)}
      />
      <button
        type="button"
        aria-label={say(names[type])}
        disabled={disabled}
        onClick={() => picker.current?.showPicker()}
      >
        <CalendarIcon />
      </button>
    </>
  )
}
