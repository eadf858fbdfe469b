import type { FlattenedField } from 'payload'
import type { DocumentFault } from './fault'

/** The required fields of a document, not of its rows, that are empty and that no other fault is about. */
export function missingFaults(
  fields: FlattenedField[],
  doc: object,
  known: DocumentFault[],
): DocumentFault[] {
  const values = doc as Record<string, unknown>
  const told = new Set(known.map(({ path }) => path))
  return fields
    .filter((field) => 'required' in field && field.required && !told.has(field.name))
    .filter(({ name }) => [undefined, null, ''].includes(values[name] as null))
    .map(({ name }) => ({ path: name, code: 'missing' as const }))
}
