import type { FlattenedField } from 'payload'
import type { Text } from '../i18n/text'

/** Fields that Payload shows without listing them. */
const unlisted: Record<string, Text> = { password: { zh: '密码', en: 'Password' } }

/** The label of the field that a path in a form names (`entries.2.content`); undefined where there is none. */
export function labelAt(fields: FlattenedField[], path: string): unknown {
  const [name, ...rest] = path.split('.').filter((part) => !/^\d+$/.test(part))
  const field = fields.find((one) => one.name === name)
  if (!field || rest.length === 0) return field && 'label' in field ? field.label : unlisted[path]
  return 'flattenedFields' in field ? labelAt(field.flattenedFields, rest.join('.')) : undefined
}
