import type { DateField, JSONField, NumberField, TextField } from 'payload'
import type { Text } from '../i18n/text'

/** A field of a type and a label, as are those below: for what the server writes and nobody fills in. */
export function text(name: string, label: Text): TextField {
  return { name, type: 'text', label }
}

export function number(name: string, label: Text): NumberField {
  return { name, type: 'number', label }
}

export function date(name: string, label: Text): DateField {
  return { name, type: 'date', label }
}

export function json(name: string, label: Text): JSONField {
  return { name, type: 'json', label }
}
