'use client'
import { FieldDescription, FieldError, FieldLabel, useField } from '@payloadcms/ui'
import type { TextFieldClientComponent } from 'payload'

/** A colour: a swatch to pick it and the same as `#rrggbb` to type it. */
export const ColorField: TextFieldClientComponent = ({ field, path: givenPath, readOnly }) => {
  const { path, value, setValue, showError, disabled } = useField<string>({ potentiallyStalePath: givenPath })
  const { label, required, admin } = field
  const fixed = readOnly || disabled
  return (
    <div
      className={`field-type text xb-field${showError ? ' error' : ''}`}
      style={{ '--field-width': admin?.width } as React.CSSProperties}
    >
      <FieldLabel label={label} path={path} required={required} />
      <div className="field-type__wrap xb-color">
        <FieldError path={path} showError={showError} />
        <input
          aria-hidden="true"
          tabIndex={-1}
          type="color"
          value={/^#[0-9a-f]{6}$/i.test(value ?? '') ? value : '#000000'}
          disabled={fixed}
          onChange={(event) => setValue(event.target.value)}
        />
        <input
          id={`field-${path.replace(/\./g, '__')}`}
          name={path}
          type="text"
          spellCheck={false}
          maxLength={7}
          placeholder="#rrggbb"
          value={value ?? ''}
          disabled={fixed}
          onChange={(event) => setValue(event.target.value || null)}
        />
      </div>
      <FieldDescription description={admin?.description} path={path} />
    </div>
  )
}
