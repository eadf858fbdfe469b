'use client'
import { getTranslation } from '@payloadcms/translations'
import { FieldDescription, SelectInput, useField, useTranslation } from '@payloadcms/ui'
import type { NumberFieldClientProps } from 'payload'
import type { Text } from '../../i18n/text'

type Props = NumberFieldClientProps & { choices: { value: number; label: Text }[] }

/** A number chosen from a few. */
export function NumberChoiceField({ field, path: givenPath, readOnly, choices }: Props) {
  const { path, value, setValue, showError, disabled } = useField<number>({ potentiallyStalePath: givenPath })
  const { i18n } = useTranslation()
  const { label, required, admin } = field
  return (
    <SelectInput
      name={path}
      path={path}
      label={label}
      required={required}
      isClearable={false}
      showError={showError}
      readOnly={readOnly || disabled}
      style={{ '--field-width': admin?.width } as React.CSSProperties}
      options={choices.map((choice) => ({
        value: String(choice.value),
        label: getTranslation(choice.label, i18n),
      }))}
      value={value == null ? undefined : String(value)}
      onChange={(option) => setValue(Number(Array.isArray(option) ? option[0]?.value : option?.value))}
      Description={<FieldDescription description={admin?.description} path={path} />}
    />
  )
}
