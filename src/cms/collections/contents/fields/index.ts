import type { Field } from 'payload'
import { campaignField } from '../../../fields/campaign'
import { tagsField } from '../../../fields/tags'
import { quotaClassOptions } from '../../../i18n/options'
import { airingFields } from './airing'
import { pieceFields } from './piece'
import { reviewStatusField } from './reviewStatus'

/** All fields of a content: what it is and how it airs in tabs; review and filing in the sidebar. */
export function contentFields(zone: { timezone: string }): Field[] {
  return [
    {
      type: 'tabs',
      tabs: [
        { label: { zh: '作品', en: 'Piece' }, fields: pieceFields },
        { label: { zh: '播出', en: 'Airing' }, fields: airingFields(zone) },
      ],
    },
    reviewStatusField,
    campaignField,
    {
      name: 'quotaClass',
      type: 'select',
      required: true,
      defaultValue: 'public-service',
      label: { zh: '统计类别', en: 'Quota class' },
      options: quotaClassOptions,
      admin: {
        position: 'sidebar',
        isClearable: false,
        description: {
          zh: '只有公益广告计入公益播出指标。',
          en: 'Only public-service advertising counts for the quota.',
        },
      },
    },
    tagsField({
      description: { zh: '便于检索，例如 防疫、口罩。', en: 'To find it by: epidemic, masks…' },
      admin: { position: 'sidebar' },
    }),
  ]
}
