'use client'
import { dayTypeOptions } from '../../../i18n/options'
import type { Text } from '../../../i18n/text'
import { useSay } from '../../useSay'
import { ChoiceChips, ManyChips } from './Chips'
import type { Choices, MonthDays } from './choices'
import { IntervalInput } from './IntervalInput'
import { monthChips, weekdayChips } from './kindOptions'
import { MonthDayOptions } from './MonthDayOptions'

const units = {
  daily: { zh: '天', en: 'days' },
  weekly: { zh: '周', en: 'weeks' },
  monthly: { zh: '个月', en: 'months' },
  yearly: { zh: '年', en: 'years' },
} satisfies Record<string, Text>

/** What a kind has to choose, but for its end and its dates. */
export function KindOptions(props: {
  choices: Choices
  dayTypes: readonly string[]
  /** What days of a month begin with. */
  initialDays: { date: Extract<MonthDays, { by: 'date' }>; weekday: Extract<MonthDays, { by: 'weekday' }> }
  disabled: boolean
  onChange: (choices: Choices) => void
  onDayTypes: (dayTypes: string[]) => void
}) {
  const { choices, dayTypes, initialDays, disabled, onChange, onDayTypes } = props
  switch (choices.kind) {
    case 'workingDays':
      return (
        <ChoiceChips
          legend={{ zh: '哪一种', en: 'Which kind' }}
          options={dayTypeOptions}
          value={dayTypes[0] ?? ''}
          disabled={disabled}
          onChange={(type) => onDayTypes([type])}
        />
      )
    case 'custom':
    case 'dates':
      return null
    default:
      return (
        <>
          <IntervalInput
            before={{ zh: '每', en: 'Every' }}
            after={units[choices.kind]}
            label={{ zh: `每几${units[choices.kind].zh}`, en: `Every how many ${units[choices.kind].en}` }}
            value={choices.interval}
            disabled={disabled}
            onChange={(interval) => onChange({ ...choices, interval })}
          />
          {choices.kind === 'weekly' && (
            <ManyChips
              legend={{ zh: '周几', en: 'Weekdays' }}
              options={weekdayChips}
              values={choices.weekdays}
              disabled={disabled}
              onChange={(weekdays) => onChange({ ...choices, weekdays })}
            />
          )}
          {choices.kind === 'yearly' && (
            <ManyChips
              legend={{ zh: '几月', en: 'Months' }}
              options={monthChips}
              values={choices.months}
              disabled={disabled}
              onChange={(months) => onChange({ ...choices, months })}
            />
          )}
          {(choices.kind === 'monthly' || choices.kind === 'yearly') && (
            <MonthDayOptions
              on={choices.on}
              initial={initialDays}
              disabled={disabled}
              onChange={(on) => onChange({ ...choices, on })}
            />
          )}
          <EmptyHint choices={choices} />
        </>
      )
  }
}

/** What nothing chosen means. */
function EmptyHint({ choices }: { choices: Choices }) {
  const { say } = useSay()
  const hint = emptyHint(choices)
  return hint && <p className="xb-note">{say(hint)}</p>
}

function emptyHint(choices: Choices): Text | null {
  if (choices.kind === 'weekly' && choices.weekdays.length === 0) {
    return { zh: '没有选周几：与开始日期同一天。', en: 'No weekday chosen: the start’s own.' }
  }
  const noDates = 'on' in choices && choices.on.by === 'date' && choices.on.dates.length === 0
  if (choices.kind === 'monthly' && noDates) {
    return { zh: '没有选几号：与开始日期同一天。', en: 'No date chosen: the start’s own.' }
  }
  if (choices.kind !== 'yearly') return null
  if (noDates && choices.months.length === 0) {
    return { zh: '没有选月日：与开始日期相同。', en: 'No month and date chosen: the start’s own.' }
  }
  if (noDates) return { zh: '没有选几号：与开始日期同一天。', en: 'No date chosen: the start’s own.' }
  if (choices.months.length > 0) return null
  return choices.on.by === 'date'
    ? { zh: '没有选几月：每个月都算。', en: 'No month chosen: every month.' }
    : { zh: '没有选几月：在全年里数第几个周几。', en: 'No month chosen: counted within the whole year.' }
}
