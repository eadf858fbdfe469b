import type { NumberField } from 'payload'
import type { Text } from '../i18n/text'

/** A number of which only some values make sense, chosen from a list. */
export function numberChoiceField(input: {
  name: string
  label: Text
  choices: { value: number; label: Text }[]
  defaultValue: number
  description?: Text
}): NumberField {
  return {
    name: input.name,
    type: 'number',
    label: input.label,
    defaultValue: input.defaultValue,
    admin: {
      width: '50%',
      ...(input.description && { description: input.description }),
      components: {
        Field: {
          path: '/src/cms/admin/fields/NumberChoiceField#NumberChoiceField',
          clientProps: { choices: input.choices },
        },
      },
    },
  }
}
