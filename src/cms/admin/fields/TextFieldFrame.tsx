import { FieldDescription, FieldError, FieldLabel } from '@payloadcms/ui'
import type { TextFieldClientProps } from 'payload'
import type { ReactNode } from 'react'

/** What stands around the inputs of a text field of our own, as around Payload's: its label, error and description, at its width. */
export function TextFieldFrame(props: {
  className: string
  field: TextFieldClientProps['field']
  path: string
  showError: boolean
  children: ReactNode
}) {
  const { className, field, path, showError, children } = props
  const { label, required, admin } = field
  return (
    <div
      className={`field-type text xb-field${showError ? ' error' : ''}`}
      style={{ '--field-width': admin?.width } as React.CSSProperties}
    >
      <FieldLabel label={label} path={path} required={required} />
      <div className={`field-type__wrap ${className}`}>
        <FieldError path={path} showError={showError} />
        {children}
      </div>
      <FieldDescription description={admin?.description} path={path} />
    </div>
  )
}
