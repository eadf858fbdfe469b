import type { TextField } from 'payload'
import type { Text } from '../i18n/text'

/** An IANA time zone, chosen from those that the runtime knows. */
export function timezoneField(input: {
  description: Text
  required?: boolean
  defaultValue?: string
  width?: string
}): TextField {
  return {
    name: 'timezone',
    type: 'text',
    required: input.required ?? false,
    defaultValue: input.defaultValue,
    label: { zh: '时区', en: 'Time zone' },
    admin: {
      description: input.description,
      placeholder: { zh: '例如 Asia/Shanghai', en: 'For example Asia/Shanghai' },
      components: { Field: '/src/cms/admin/fields/TimezoneField#TimezoneField' },
      ...(input.width && { width: input.width }),
    },
  } as TextField
}
