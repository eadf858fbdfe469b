'use client'
import { CalendarIcon, FieldDescription, FieldError, FieldLabel, useField } from '@payloadcms/ui'
import type { TextFieldClientComponent } from 'payload'
import { useRef } from 'react'
import { isDate } from '../../calendar/correctedCalendar'
import { useSay } from '../useSay'

/** A local date `YYYY-MM-DD`, typed or picked. A text, since a browser writes its own date fields in its own order. */
export const DateField: TextFieldClientComponent = ({ field, path: givenPath, readOnly }) => {
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
          placeholder="2027-10-01"
          maxLength={10}
          value={value ?? ''}
          disabled={fixed}
          onChange={(event) => setValue(event.target.value.trim() || null)}
        />
        <input
          ref={picker}
          type="date"
          aria-hidden="true"
          tabIndex={-1}
          value={isDate(value) ? value : ''}
          disabled={fixed}
          onChange={(event) => setValue(event.target.value || null)}
        />
        <button
          type="button"
          aria-label={say({ zh: '选择日期', en: 'Pick a date' })}
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
