import type { FlattenedField } from 'payload'

/** The label of the field that a path in a form names (`entries.2.content`); undefined where there is none. */
export function labelAt(fields: FlattenedField[], path: string): unknown {
  const [name, ...rest] = path.split('.').filter((part) => !/^\d+$/.test(part))
  const field = fields.find((one) => one.name === name)
  if (!field || rest.length === 0) return field && 'label' in field ? field.label : undefined
  return 'flattenedFields' in field ? labelAt(field.flattenedFields, rest.join('.')) : undefined
}
