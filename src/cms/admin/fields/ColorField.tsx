'use client'
import { useField } from '@payloadcms/ui'
import type { TextFieldClientComponent } from 'payload'
import { TextFieldFrame } from './TextFieldFrame'

/** A colour: a swatch to pick it and the same as `#rrggbb` to type it. */
export const ColorField: TextFieldClientComponent = ({ field, path: givenPath, readOnly }) => {
  const { path, value, setValue, showError, disabled } = useField<string>({ potentiallyStalePath: givenPath })
  const fixed = readOnly || disabled
  return (
    <TextFieldFrame className="xb-color" field={field} path={path} showError={showError}>
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
    </TextFieldFrame>
  )
}
