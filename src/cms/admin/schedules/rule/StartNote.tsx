'use client'
import { Button, useField } from '@payloadcms/ui'
import type { Text } from '../../../i18n/text'
import { useSay } from '../../useSay'
import type { Choices } from './choices'

/** Says where the start is missing, or later than a picked date, and sets it at a click. */
export function StartNote(props: {
  choices: Choices
  needed: boolean
  rdates: string[]
  today: string
  disabled: boolean
}) {
  const { say } = useSay()
  const start = useField<string>({ path: 'start' })
  const { choices, needed, rdates, today, disabled } = props
  const first = choices.kind === 'dates' ? [...rdates].sort()[0] : undefined
  const note = noteOf({ start: start.value || null, needed, first, today })
  if (!note) return null
  return (
    <div className="xb-warning xb-rule__start" role="status">
      <span>{say(note.says)}</span>
      <Button
        buttonStyle="secondary"
        size="small"
        margin={false}
        disabled={disabled}
        onClick={() => start.setValue(`${note.date}T00:00`)}
      >
        {say({ zh: `设为 ${note.date} 00:00`, en: `Set it to ${note.date} 00:00` })}
      </Button>
    </div>
  )
}

function noteOf(props: {
  start: string | null
  needed: boolean
  first: string | undefined
  today: string
}): { says: Text; date: string } | null {
  const { start, needed, first, today } = props
  if (start === null) {
    if (!needed) return null
    const says = {
      zh: '还没有填“开始”：重复要从某一天算起。',
      en: 'No start yet: a recurrence counts from some day.',
    }
    return { says, date: first ?? today }
  }
  if (first === undefined || first >= start.slice(0, 10)) return null
  const says = {
    zh: `选了“开始”（${start.slice(0, 10)}）之前的日期，这些日期不会播出。`,
    en: `Dates before the start (${start.slice(0, 10)}) are picked; it does not play on those.`,
  }
  return { says, date: first }
}
