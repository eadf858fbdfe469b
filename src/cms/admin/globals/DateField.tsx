'use client'
import { useField } from '@payloadcms/ui'
import type { TextFieldClientComponent } from 'payload'
import { isDate } from '../../calendar/correctedCalendar'
import { DatePicker } from '../fields/DatePicker'
import { TextFieldFrame } from '../fields/TextFieldFrame'

/** A local date `YYYY-MM-DD`, typed or picked. */
export const DateField: TextFieldClientComponent = ({ field, path: givenPath, readOnly }) => {
  const { path, value, setValue, showError, disabled } = useField<string>({ potentiallyStalePath: givenPath })
  const fixed = readOnly || disabled
  return (
    <TextFieldFrame className="xb-walltime" field={field} path={path} showError={showError}>
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
      <DatePicker
        type="date"
        value={isDate(value) ? value : ''}
        disabled={fixed}
        onPick={(picked) => setValue(picked || null)}
      />
    </TextFieldFrame>
  )
}
