import type { DateField } from 'payload'
import type { Text } from '../i18n/text'

/** An instant in `timezone` unless another is chosen, picked as wall time in a zone that stands beside it; stored in UTC. */
export function instantField(input: {
  name: string
  label: Text
  timezone: string
  description?: Text
}): DateField {
  return {
    name: input.name,
    type: 'date',
    label: input.label,
    timezone: {
      defaultTimezone: input.timezone,
      override: ({ baseField }) => ({ ...baseField, label: { zh: '时区', en: 'Time zone' } }),
    },
    admin: {
      width: '50%',
      date: {
        pickerAppearance: 'dayAndTime',
        displayFormat: 'yyyy-MM-dd HH:mm',
        timeFormat: 'HH:mm',
        timeIntervals: 30,
      },
      ...(input.description && { description: input.description }),
    },
  }
}
