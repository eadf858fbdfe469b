import type { TextField } from 'payload'
import type { Text } from '../i18n/text'

/** Free words to find or target things by. `admin`: how the field stands in its form. */
export function tagsField(input: { label?: Text; description: Text; admin?: TextField['admin'] }): TextField {
  return {
    name: 'tags',
    type: 'text',
    hasMany: true,
    label: input.label ?? { zh: '标签', en: 'Tags' },
    admin: {
      ...input.admin,
      description: input.description,
      placeholder: { zh: '输入后按回车', en: 'Type, then Enter' },
    },
  } as TextField
}
