'use client'
import { CalendarIcon, FieldDescription, FieldError, FieldLabel, useField } from '@payloadcms/ui'
import type { TextFieldClientComponent } from 'payload'
import { useRef } from 'react'
import { useSay } from '../useSay'

const wallTime = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/

/**
 * A wall time `YYYY-MM-DDTHH:MM`, typed with a space for the T, or picked. It is a text: a browser writes its own date fields in its
 * own language and order, whatever the page's.
 */
export const WallTimeField: TextFieldClientComponent = ({ field, path: givenPath, readOnly }) => {
  const { path, value, setValue, showError, disabled } = useField<string>({ potentiallyStalePath: givenPath })
  const { say } = useSay()
  const picker = useRef<HTMLInputElement>(null)
  const { label, required, admin } = field
  const fixed = readOnly || disabled
  return (
    <div
      className={`field-type text xb-field${showError ? ' error' : ''}`}
      style={{ '--field-width': admin?.width } as React.CSSProperties}
    >
      <FieldLabel label={label} path={path} required={required} />
      <div className="field-type__wrap xb-walltime">
        <FieldError path={path} showError={showError} />
        <input
          id={`field-${path.replace(/\./g, '__')}`}
          name={path}
          type="text"
          autoComplete="off"
          placeholder="2026-10-01 07:00"
          maxLength={16}
          value={(value ?? '').replace('T', ' ')}
          disabled={fixed}
          onChange={(event) => setValue(event.target.value.trimStart().replace(' ', 'T') || null)}
        />
        <input
          ref={picker}
          type="datetime-local"
          aria-hidden="true"
          tabIndex={-1}
          value={wallTime.test(value ?? '') ? value : ''}
          disabled={fixed}
          onChange={(event) => setValue(event.target.value || null)}
        />
        <button
          type="button"
          aria-label={say({ zh: '选择日期和时间', en: 'Pick a date and time' })}
          disabled={fixed}
          onClick={() => picker.current?.showPicker()}
        >
          <CalendarIcon />
        </button>
      </div>
      <FieldDescription description={admin?.description} path={path} />
    </div>
  )
}
