import type { Field } from 'payload'
import { nobodyField } from '../../../access/nobodyField'

/** In the answer to a save: what staff should know of the schedule (`ScheduleWarning[]`). Kept nowhere. */
export const warningsField: Field = {
  name: 'warnings',
  type: 'json',
  virtual: true,
  label: { zh: '提醒', en: 'Warnings' },
  access: { create: nobodyField, update: nobodyField },
  admin: { disabled: true },
  typescriptSchema: [() => ({ type: 'array', items: { type: 'object' } })],
}
