'use client'
import { isDate } from '../../../calendar/correctedCalendar'
import { useSay } from '../../useSay'
import { ChoiceChips } from './Chips'
import { type Ending, never } from './choices'
import { DateInput } from './DateInput'
import { IntervalInput } from './IntervalInput'

const options = [
  { value: 'never' as const, label: { zh: '一直重复', en: 'Never' } },
  { value: 'date' as const, label: { zh: '到某一天', en: 'On a date' } },
  { value: 'count' as const, label: { zh: '满若干天后', en: 'After some dates' } },
]

/** When the rule stops. `today` is what a date begins with; `counts` is false where a count of dates would mislead. */
export function EndingOptions(props: {
  ending: Ending
  today: string
  counts: boolean
  disabled: boolean
  onChange: (ending: Ending) => void
}) {
  const { say } = useSay()
  const { ending, today, counts, disabled, onChange } = props
  const choose = (by: Ending['by']) => {
    if (by === 'never') onChange(never)
    if (by === 'date') onChange({ by, date: `${today.slice(0, 4)}-12-31` })
    if (by === 'count') onChange({ by, count: 10 })
  }
  return (
    <div className="xb-rule__line">
      <ChoiceChips
        legend={{ zh: '何时结束', en: 'Ends' }}
        options={counts ? options : options.filter(({ value }) => value !== 'count')}
        value={ending.by}
        disabled={disabled}
        onChange={choose}
      />
      {ending.by === 'date' && (
        <span className="xb-interval">
          <DateInput
            label={{ zh: '最后一天（含）', en: 'The last day, inclusive' }}
            value={ending.date}
            disabled={disabled}
            onChange={(date) => onChange({ by: 'date', date })}
          />
          <span>{say({ zh: '（含当天）', en: 'inclusive' })}</span>
          {!isDate(ending.date) && (
            <span className="xb-error">
              {say({ zh: '请写成 2026-10-01 这样的日期', en: 'Write a date such as 2026-10-01' })}
            </span>
          )}
        </span>
      )}
      {ending.by === 'count' && (
        <IntervalInput
          before={{ zh: '共', en: 'After' }}
          after={{ zh: '天', en: 'dates' }}
          label={{ zh: '共播出多少天', en: 'How many dates' }}
          value={ending.count}
          disabled={disabled}
          onChange={(count) => onChange({ by: 'count', count })}
        />
      )}
    </div>
  )
}
