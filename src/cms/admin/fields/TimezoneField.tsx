'use client'
import { FieldDescription, SelectInput, useField } from '@payloadcms/ui'
import type { TextFieldClientComponent } from 'payload'
import { useMemo } from 'react'

/** An IANA time zone, found by typing a part of its name. */
export const TimezoneField: TextFieldClientComponent = ({ field, path: givenPath, readOnly }) => {
  const { path, value, setValue, showError, disabled } = useField<string>({ potentiallyStalePath: givenPath })
  const { label, required, admin } = field
  const options = useMemo(() => zoneOptions(value), [value])
  return (
    <SelectInput
      name={path}
      path={path}
      label={label}
      required={required}
      isClearable={!required}
      showError={showError}
      readOnly={readOnly || disabled}
      style={{ '--field-width': admin?.width } as React.CSSProperties}
      options={options}
      value={value ?? undefined}
      onChange={(option) => setValue((Array.isArray(option) ? option[0]?.value : option?.value) ?? null)}
      Description={<FieldDescription description={admin?.description} path={path} />}
    />
  )
}

function zoneOptions(current: string | null | undefined) {
  const names = new Set([
    ...(current ? [current] : []),
    'Asia/Shanghai',
    'Asia/Urumqi',
    'UTC',
    ...Intl.supportedValuesOf('timeZone'),
  ])
  return [...names].map((name) => ({ value: name, label: name }))
}
