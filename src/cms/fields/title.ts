import type { TextField } from 'payload'
import type { Text } from '../i18n/text'

/** What staff call a document by. */
export function titleField(placeholder: Text): TextField {
  return {
    name: 'title',
    type: 'text',
    required: true,
    maxLength: 200,
    label: { zh: '标题', en: 'Title' },
    admin: { placeholder },
  }
}
