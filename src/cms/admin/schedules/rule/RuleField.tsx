'use client'
import { FieldError, FieldLabel, useField } from '@payloadcms/ui'
import type { TextFieldClientComponent } from 'payload'
import { useState } from 'react'
import { civilOf, DAY_MS, weekdayOf } from '../../../../schedule/day'
import { readWallTime } from '../../../../schedule/texts'
import { dayTypeOptions } from '../../../i18n/options'
import { useSay } from '../../useSay'
import { ChoiceChips } from './Chips'
import { CustomRule } from './CustomRule'
import { DatesCalendar } from './DatesCalendar'
import { EndingOptions } from './EndingOptions'
import { Exceptions } from './Exceptions'
import { KindOptions } from './KindOptions'
import { kindOptions } from './kindOptions'
import { todayIn } from './localDate'
import { Outlook } from './Outlook'
import { StartNote } from './StartNote'
import './rule.css'
import { useOccurrences } from './useOccurrences'
import { useRule } from './useRule'
import { useWhen } from './useWhen'
import { writeRule } from './writeRule'

const anyDayType = { value: 'any', label: { zh: '不限', en: 'Any' } }

/**
 * On which dates a schedule plays, for people who have never heard of RRULE: writes `rrule`, and with it `dayTypes`, `exdates` and
 * `rdates`; says in a sentence what all of it means, and when that is next.
 */
export const RuleField: TextFieldClientComponent = ({ field, path: givenPath, readOnly }) => {
  const { path, showError, disabled: locked } = useField<string>({ potentiallyStalePath: givenPath })
  const rdates = useField<string[]>({ path: 'rdates' })
  const { say } = useSay()
  const when = useWhen()
  const rule = useRule(path)
  const { asked, stale, marks } = useOccurrences(when)
  const [opened] = useState(() => new Date())
  const disabled = Boolean(readOnly || locked)
  const today = todayIn(when.timezone, opened)
  const start = readWallTime(when.start ?? '') === null ? `${today}T00:00` : (when.start as string)
  const { choices } = rule
  const faults = asked.state === 'faulty' && !stale ? asked.faults.filter((fault) => fault.path === path) : []
  const needsStart = writeRule(choices) !== null

  return (
    <div className={`field-type xb-field xb-rule${showError ? ' error' : ''}`} id={`field-${path}`}>
      <FieldLabel label={field.label} path={path} as="span" />
      <div className="field-type__wrap">
        <FieldError path={path} showError={showError} />
        <ChoiceChips
          className="xb-chips--kinds"
          legend={{ zh: '重复方式', en: 'How it repeats' }}
          options={kindOptions}
          value={choices.kind}
          disabled={disabled}
          onChange={(kind) => rule.switchTo(kind, start)}
        />
        <div className="xb-rule__kind">
          <p className="xb-note">
            {say(kindOptions.find(({ value }) => value === choices.kind)?.hint ?? { zh: '', en: '' })}
          </p>
          <SetAside dates={rule.setAside} disabled={disabled} onTakeBack={rule.takeBack} />
          <KindOptions
            choices={choices}
            dayTypes={rule.dayTypes}
            initialDays={daysOf(start)}
            disabled={disabled}
            onChange={rule.choose}
            onDayTypes={rule.setDayTypes}
          />
          {choices.kind === 'custom' && (
            <CustomRule
              text={choices.text}
              disabled={disabled}
              onChange={(text) => rule.choose({ kind: 'custom', text })}
            />
          )}
          {choices.kind === 'dates' && (
            <DatesCalendar
              legend={{ zh: '播出的日期', en: 'The dates' }}
              path="rdates"
              dates={rule.rdates}
              marks={marks}
              today={today}
              disabled={disabled}
              showError={rdates.showError}
              onChange={rule.setRdates}
            />
          )}
          {'ending' in choices && (
            <EndingOptions
              ending={choices.ending}
              today={today}
              counts={choices.kind !== 'workingDays'}
              disabled={disabled}
              onChange={(ending) => rule.choose({ ...choices, ending })}
            />
          )}
          {choices.kind !== 'workingDays' && (
            <ChoiceChips
              legend={{ zh: '只在', en: 'Only on' }}
              options={[anyDayType, ...dayTypeOptions]}
              value={rule.dayTypes.length === 1 ? (rule.dayTypes[0] ?? 'any') : 'any'}
              disabled={disabled}
              onChange={(type) => rule.setDayTypes(type === 'any' ? [] : [type])}
            />
          )}
          {faults.map(({ code, message }) =>
            code === 'rule-without-start' ? null : (
              <p key={code} className="xb-error" role="alert">
                {message}
              </p>
            ),
          )}
          <StartNote
            choices={choices}
            needed={needsStart}
            rdates={rule.rdates}
            today={today}
            disabled={disabled}
          />
        </div>
        {(choices.kind !== 'dates' || (when.exdates ?? []).length > 0) && (
          <Exceptions marks={marks} today={today} withAdded={choices.kind !== 'dates'} disabled={disabled} />
        )}
        <Outlook when={when} asked={asked} stale={stale} marks={marks} />
      </div>
    </div>
  )
}

function SetAside(props: { dates: string[]; disabled: boolean; onTakeBack: () => void }) {
  const { say } = useSay()
  const { dates, disabled, onTakeBack } = props
  if (dates.length === 0) return null
  return (
    <p className="xb-note" role="status">
      {say({
        zh: `原先选的 ${dates.length} 个日期已搁置，换回“指定日期”即可恢复。`,
        en: `The ${dates.length} dates picked before are set aside; choose “Picked dates” again to have them back.`,
      })}{' '}
      <button type="button" className="xb-plain" disabled={disabled} onClick={onTakeBack}>
        {say({ zh: '作为增加的日期保留', en: 'Keep them as added dates' })}
      </button>
    </p>
  )
}

/** The day of the month and the nth weekday that a wall time falls on. */
function daysOf(start: string) {
  const day = Math.floor((readWallTime(start) ?? 0) / DAY_MS)
  const date = civilOf(day).day
  return {
    date: { by: 'date' as const, dates: [date] },
    weekday: { by: 'weekday' as const, nths: [Math.ceil(date / 7)], weekdays: [weekdayOf(day)] },
  }
}
