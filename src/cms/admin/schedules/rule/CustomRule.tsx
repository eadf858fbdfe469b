'use client'
import { useSay } from '../../useSay'

/** The text of an RRULE, for those who know it. */
export function CustomRule(props: { text: string; disabled: boolean; onChange: (text: string) => void }) {
  const { say } = useSay()
  const { text, disabled, onChange } = props
  return (
    <div className="xb-rule__custom">
      <input
        type="text"
        spellCheck={false}
        autoComplete="off"
        maxLength={500}
        aria-label={say({ zh: '重复规则（RRULE）', en: 'Recurrence (RRULE)' })}
        placeholder="FREQ=WEEKLY;BYDAY=MO,WE"
        value={text}
        disabled={disabled}
        onChange={(event) => onChange(event.target.value)}
      />
      <p className="xb-note">
        {say({
          zh: 'RFC 5545 的 RRULE，只选日期（FREQ 为 DAILY、WEEKLY、MONTHLY 或 YEARLY）；几点播出请用时段。留空表示每天。',
          en: 'An RRULE of RFC 5545 that picks dates (FREQ is DAILY, WEEKLY, MONTHLY or YEARLY); dayparts say the time of day. Empty: every date.',
        })}
      </p>
    </div>
  )
}
