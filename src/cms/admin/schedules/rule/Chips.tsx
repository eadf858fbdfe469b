'use client'
import { useId } from 'react'
import type { Text } from '../../../i18n/text'
import { useSay } from '../../useSay'

type Option<T> = { value: T; label: Text }
type Common<T> = { legend: Text; options: readonly Option<T>[]; disabled: boolean; className?: string }

/** One of a few, as a row of buttons; radio buttons to keyboards and screen readers. */
export function ChoiceChips<T extends string>(props: Common<T> & { value: T; onChange: (value: T) => void }) {
  const { value, onChange, ...common } = props
  return <Chips {...common} type="radio" isOn={(one) => one === value} onToggle={(one) => onChange(one)} />
}

/** Any of some; `least` of them stay chosen. */
export function ManyChips<T extends string | number>(
  props: Common<T> & { values: readonly T[]; least?: number; onChange: (values: T[]) => void },
) {
  const { values, least = 0, onChange, ...common } = props
  const toggle = (one: T, on: boolean) => {
    const next = common.options
      .map((option) => option.value)
      .filter((v) => (v === one ? on : values.includes(v)))
    if (next.length >= least) onChange(next)
  }
  return <Chips {...common} type="checkbox" isOn={(one) => values.includes(one)} onToggle={toggle} />
}

function Chips<T extends string | number>({
  legend,
  options,
  disabled,
  className = '',
  type,
  isOn,
  onToggle,
}: Common<T> & {
  type: 'radio' | 'checkbox'
  isOn: (value: T) => boolean
  onToggle: (value: T, on: boolean) => void
}) {
  const { say } = useSay()
  const name = useId()
  return (
    <fieldset className={`xb-chips ${className}`} disabled={disabled}>
      <legend className="xb-chips__legend">{say(legend)}</legend>
      <div className="xb-chips__row">
        {options.map(({ value, label }) => (
          <label key={value} className="xb-chip">
            <input
              className="xb-chip__input"
              type={type}
              name={name}
              checked={isOn(value)}
              onChange={(event) => onToggle(value, event.target.checked)}
            />
            <span className="xb-chip__face">{say(label)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
