'use client'
import { useField } from '@payloadcms/ui'
import type { TextFieldClientComponent } from 'payload'
import { DatePicker } from './DatePicker'
import { TextFieldFrame } from './TextFieldFrame'

const wallTime = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/

/** A wall time `YYYY-MM-DDTHH:MM`, typed with a space for the T, or picked. */
export const WallTimeField: TextFieldClientComponent = ({ field, path: givenPath, readOnly }) => {
  const { path, value, setValue, showError, disabled } = useField<string>({ potentiallyStalePath: givenPath })
  const fixed = readOnly || disabled
  return (
    <TextFieldFrame className="xb-walltime" field={field} path={path} showError={showError}>
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
      <DatePicker
        type="datetime-local"
        value={wallTime.test(value ?? '') ? value : ''}
        disabled={fixed}
        onPick={(picked) => setValue(picked || null)}
      />
    </TextFieldFrame>
  )
}
