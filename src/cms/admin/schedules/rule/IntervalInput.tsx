'use client'
import { useId } from 'react'
import type { Text } from '../../../i18n/text'
import { useSay } from '../../useSay'

/** `每 [2] 周`: a whole number from 1 between words; NaN while nothing is typed. */
export function IntervalInput(props: {
  before: Text
  after: Text
  label: Text
  value: number
  disabled: boolean
  onChange: (value: number) => void
}) {
  const { say } = useSay()
  const id = useId()
  const { before, after, label, value, disabled, onChange } = props
  return (
    <span className="xb-interval">
      <label htmlFor={id}>{say(before)}</label>
      <input
        id={id}
        type="number"
        min={1}
        step={1}
        aria-label={say(label)}
        aria-invalid={!(value >= 1)}
        value={Number.isNaN(value) ? '' : value}
        disabled={disabled}
        onChange={(event) => onChange(event.target.value === '' ? Number.NaN : Number(event.target.value))}
      />
      <span>{say(after)}</span>
    </span>
  )
}
