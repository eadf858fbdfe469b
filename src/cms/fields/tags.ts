import type { TextField } from 'payload'
import type { Text } from '../i18n/text'

/** Free words to find or target things by. */
export function tagsField(description: Text): TextField {
  return {
    name: 'tags',
    type: 'text',
    hasMany: true,
    label: { zh: '标签', en: 'Tags' },
    admin: { description },
  }
}
