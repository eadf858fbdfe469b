import type { DateField } from 'payload'
import type { Text } from '../i18n/text'

/** A calendar day. */
export function dayField(input: { name: string; label: Text; description?: Text }): DateField {
  return {
    name: input.name,
    type: 'date',
    label: input.label,
    admin: {
      width: '50%',
      date: { pickerAppearance: 'dayOnly', displayFormat: 'yyyy-MM-dd' },
      ...(input.description && { description: input.description }),
    },
  }
}
