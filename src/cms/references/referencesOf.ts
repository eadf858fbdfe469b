import type { FlattenedField } from 'payload'

/** A field that names documents of one other collection: where, as a query names it. */
export type Reference = { path: string; relationTo: string; many: boolean }

/** Every relationship and upload field, those within groups and arrays included. */
export function referencesOf(fields: FlattenedField[], prefix = ''): Reference[] {
  return fields.flatMap((field) => {
    const path = `${prefix}${field.name}`
    if (field.type === 'relationship' || field.type === 'upload') {
      return typeof field.relationTo === 'string'
        ? [{ path, relationTo: field.relationTo, many: Boolean(field.hasMany) }]
        : []
    }
    return 'flattenedFields' in field ? referencesOf(field.flattenedFields, `${path}.`) : []
  })
}
