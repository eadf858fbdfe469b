import type { Field } from 'payload'
import { nobodyField } from '../../../access/nobodyField'
import type { WarnedField } from '../warnings'

const folder = '/src/cms/admin/schedules/warnings'

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

/** Below fields of the form: the warnings about them, of the form as it stands. */
export function warningsAbout(name: string, about: WarnedField[]): Field {
  const Field = { path: `${folder}/FieldWarnings#FieldWarnings`, clientProps: { about } }
  return { name, type: 'ui', admin: { components: { Field } } }
}

/** In the sidebar: all of them, each with a way to its field. */
export const warningsSummary: Field = {
  name: 'warningsSummary',
  type: 'ui',
  admin: {
    position: 'sidebar',
    components: { Field: `${folder}/WarningsSummary#WarningsSummary` },
  },
}
