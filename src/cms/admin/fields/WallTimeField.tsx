'use client'
import { FieldDescription, FieldError, FieldLabel, useField } from '@payloadcms/ui'
import type { TextFieldClientComponent } from 'payload'

/** A wall time `YYYY-MM-DDTHH:MM`, by the browser's own picker, whose value has that very form. */
export const WallTimeField: TextFieldClientComponent = ({ field, path: givenPath, readOnly }) => {
  const { path, value, setValue, showError, disabled } = useField<string>({ potentiallyStalePath: givenPath })
  const { label, required, admin } = field
  return (
    <div
      className={`field-type text xb-field${showError ? ' error' : ''}`}
      style={{ '--field-width': admin?.width } as React.CSSProperties}
    >
      <FieldLabel label={label} path={path} required={required} />
      <div className="field-type__wrap">
        <FieldError path={path} showError={showError} />
        <input
          id={`field-${path.replace(/\./g, '__')}`}
          name={path}
          type="datetime-local"
          value={value ?? ''}
          disabled={readOnly || disabled}
          onChange={(event) => setValue(event.target.value || null)}
        />
      </div>
      <FieldDescription description={admin?.description} path={path} />
    </div>
  )
}
