import type { Field } from 'payload'
import { campaignField } from '../../../fields/campaign'
import { titleField } from '../../../fields/title'
import { rankFields } from './rank'
import { targetsField } from './targets'
import { timeFields } from './time'
import { warningsAbout, warningsField, warningsSummary } from './warnings'

/** Where the warnings about dates stand: below the row of start and end, and below these fields. */
const dateWarnings: Record<string, Field> = {
  row: warningsAbout('windowWarnings', ['start', 'end']),
  dayparts: warningsAbout('daypartWarnings', ['dayparts']),
  rrule: warningsAbout('dateWarnings', ['rrule', 'dayTypes']),
}

const warnedTimeFields = timeFields.flatMap((field) => {
  const warnings = dateWarnings['name' in field ? field.name : field.type]
  return warnings ? [field, warnings] : [field]
})

/** All fields of a schedule: what and where, when, and how it ranks against others. */
export const scheduleFields: Field[] = [
  titleField({ zh: '例如 防疫宣传 · 早高峰', en: 'For example Prevention, morning rush' }),
  {
    type: 'tabs',
    tabs: [
      {
        label: { zh: '播什么、在哪播', en: 'What and where' },
        fields: [
          {
            name: 'playlist',
            type: 'relationship',
            relationTo: 'playlists',
            required: true,
            index: true,
            label: { zh: '节目单', en: 'Playlist' },
          },
          warningsAbout('playlistWarnings', ['playlist']),
          targetsField,
        ],
      },
      { label: { zh: '什么时候播', en: 'When' }, fields: warnedTimeFields },
      { label: { zh: '级别与份额', en: 'Rank and share' }, fields: rankFields },
    ],
  },
  warningsSummary,
  {
    name: 'enabled',
    type: 'checkbox',
    defaultValue: true,
    label: { zh: '启用', en: 'Enabled' },
    admin: {
      position: 'sidebar',
      description: { zh: '取消勾选即停播，设置保留。', en: 'Untick to stop it and keep its settings.' },
    },
  },
  campaignField,
  warningsField,
]
