import type { TextField } from 'payload'
import type { Text } from '../i18n/text'

/** A colour as `#rrggbb`, with a swatch to pick it. */
export function colorField(input: { name: string; label: Text; defaultValue: string }): TextField {
  return {
    name: input.name,
    type: 'text',
    label: input.label,
    defaultValue: input.defaultValue,
    admin: {
      width: '50%',
      placeholder: '#rrggbb',
      components: { Field: '/src/cms/admin/fields/ColorField#ColorField' },
    },
  }
}
