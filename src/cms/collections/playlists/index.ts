import type { CollectionConfig } from 'payload'
import { editors } from '../../access/editors'
import { signedIn } from '../../access/signedIn'
import { livePreview } from '../../admin/preview/livePreview'
import { campaignField } from '../../fields/campaign'
import { titleField } from '../../fields/title'
import { checked } from '../../hooks/checked'
import { groups } from '../../i18n/groups'
import { playlistFaults } from './faults'

/** Contents in the order in which they play. */
export const playlists: CollectionConfig = {
  slug: 'playlists',
  labels: { singular: { zh: '节目单', en: 'Playlist' }, plural: { zh: '节目单', en: 'Playlists' } },
  access: { create: editors, read: signedIn, update: editors, delete: editors },
  admin: {
    group: groups.scheduling,
    useAsTitle: 'title',
    livePreview,
    components: { edit: { beforeDocumentControls: ['/src/cms/admin/preview/ProfilePicker#ProfilePicker'] } },
    defaultColumns: ['title', 'entries', 'campaign', 'updatedAt'],
    listSearchableFields: ['title'],
    description: { zh: '按顺序播放的一组内容。', en: 'Contents in the order in which they play.' },
  },
  hooks: { beforeValidate: [checked(playlistFaults)] },
  fields: [
    titleField({ zh: '例如 早高峰节目单', en: 'For example Morning rush' }),
    {
      name: 'entries',
      type: 'array',
      label: { zh: '节目', en: 'Entries' },
      labels: { singular: { zh: '节目', en: 'Entry' }, plural: { zh: '节目', en: 'Entries' } },
      admin: {
        components: { RowLabel: '/src/cms/admin/fields/EntryRowLabel#EntryRowLabel' },
        description: { zh: '拖动可调整顺序。', en: 'Drag to change the order.' },
      },
      fields: [
        {
          type: 'row',
          fields: [
            {
              name: 'content',
              type: 'relationship',
              relationTo: 'contents',
              required: true,
              index: true,
              label: { zh: '内容', en: 'Content' },
              admin: { width: '65%' },
            },
            {
              name: 'seconds',
              type: 'number',
              label: { zh: '时长（秒）', en: 'Seconds' },
              admin: {
                width: '35%',
                step: 0.1,
                placeholder: { zh: '按内容', en: 'As the content says' },
              },
            },
          ],
        },
      ],
    },
    campaignField,
  ],
}
