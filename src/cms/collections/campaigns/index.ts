import type { CollectionConfig } from 'payload'
import { editors } from '../../access/editors'
import { signedIn } from '../../access/signedIn'
import { livePreview } from '../../admin/preview/livePreview'
import { dayField } from '../../fields/day'
import { titleField } from '../../fields/title'
import { checked } from '../../hooks/checked'
import { groups } from '../../i18n/groups'
import { campaignFaults } from './faults'

/** What contents, playlists and schedules are made for. */
export const campaigns: CollectionConfig = {
  slug: 'campaigns',
  labels: { singular: { zh: '宣传活动', en: 'Campaign' }, plural: { zh: '宣传活动', en: 'Campaigns' } },
  access: { create: editors, read: signedIn, update: editors, delete: editors },
  admin: {
    group: groups.content,
    useAsTitle: 'title',
    livePreview,
    components: { edit: { beforeDocumentControls: ['/src/cms/admin/preview/ProfilePicker#ProfilePicker'] } },
    defaultColumns: ['title', 'start', 'end', 'updatedAt'],
    listSearchableFields: ['title', 'description'],
    description: {
      zh: '把同一主题的内容、节目单和排期归在一起。',
      en: 'Keeps the contents, playlists and schedules of one subject together.',
    },
  },
  hooks: { beforeValidate: [checked(campaignFaults)] },
  fields: [
    titleField({ zh: '例如 2020 疫情防控宣传', en: 'For example Epidemic prevention 2020' }),
    { name: 'description', type: 'textarea', maxLength: 2000, label: { zh: '说明', en: 'Description' } },
    {
      type: 'row',
      fields: [
        dayField({ name: 'start', label: { zh: '开始日期', en: 'First day' } }),
        dayField({ name: 'end', label: { zh: '结束日期', en: 'Last day' } }),
      ],
    },
    {
      name: 'contents',
      type: 'join',
      collection: 'contents',
      on: 'campaign',
      label: { zh: '内容', en: 'Contents' },
      admin: { defaultColumns: ['title', 'kind', 'reviewStatus', 'updatedAt'] },
    },
    {
      name: 'playlists',
      type: 'join',
      collection: 'playlists',
      on: 'campaign',
      label: { zh: '节目单', en: 'Playlists' },
      admin: { defaultColumns: ['title', 'updatedAt'] },
    },
    {
      name: 'schedules',
      type: 'join',
      collection: 'schedules',
      on: 'campaign',
      label: { zh: '排期', en: 'Schedules' },
      admin: { defaultColumns: ['title', 'enabled', 'level', 'start', 'end'] },
    },
  ],
}
