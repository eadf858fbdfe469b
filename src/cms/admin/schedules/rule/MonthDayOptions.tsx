'use client'
import { useRef } from 'react'
import { ChoiceChips, ManyChips } from './Chips'
import type { MonthDays } from './choices'
import { dateChips, nthOptions, weekdayChips } from './kindOptions'

const modes = [
  { value: 'date' as const, label: { zh: '按日期', en: 'By date' } },
  { value: 'weekday' as const, label: { zh: '按第几个周几', en: 'By weekday' } },
]

/** Which days of a month: dates, or the nth of a weekday. Each begins with `initial`, and later as it was left. */
export function MonthDayOptions(props: {
  on: MonthDays
  initial: { [By in MonthDays['by']]: Extract<MonthDays, { by: By }> }
  disabled: boolean
  onChange: (on: MonthDays) => void
}) {
  const { on, initial, disabled, onChange } = props
  const left = useRef(initial)
  const choose = (by: MonthDays['by']) => {
    left.current = { ...left.current, [on.by]: on }
    onChange(left.current[by])
  }
  return (
    <>
      <ChoiceChips
        legend={{ zh: '哪几天', en: 'Which days' }}
        options={modes}
        value={on.by}
        disabled={disabled}
        onChange={choose}
      />
      {on.by === 'date' ? (
        <ManyChips
          className="xb-chips--dates"
          legend={{ zh: '几号', en: 'Dates' }}
          options={dateChips}
          values={on.dates}
          disabled={disabled}
          onChange={(dates) => onChange({ by: 'date', dates })}
        />
      ) : (
        <>
          <ManyChips
            legend={{ zh: '第几个', en: 'Which ones' }}
            options={nthOptions}
            values={on.nths}
            least={1}
            disabled={disabled}
            onChange={(nths) => onChange({ ...on, nths })}
          />
          <ManyChips
            legend={{ zh: '周几', en: 'Weekdays' }}
            options={weekdayChips}
            values={on.weekdays}
            least={1}
            disabled={disabled}
            onChange={(weekdays) => onChange({ ...on, weekdays })}
          />
        </>
      )}
    </>
  )
}
