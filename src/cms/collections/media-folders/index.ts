import type { CollectionConfig } from 'payload'
import { editors } from '../../access/editors'
import { signedIn } from '../../access/signedIn'
import { titleField } from '../../fields/title'
import { groups } from '../../i18n/groups'
import { countsEndpoint } from './countsEndpoint'

/** Where media files are filed. */
export const mediaFolders: CollectionConfig = {
  slug: 'media-folders',
  labels: { singular: { zh: '素材夹', en: 'Media folder' }, plural: { zh: '素材夹', en: 'Media folders' } },
  access: { create: editors, read: signedIn, update: editors, delete: editors },
  admin: {
    group: groups.content,
    useAsTitle: 'title',
    defaultColumns: ['title', 'updatedAt'],
    listSearchableFields: ['title'],
    description: { zh: '给素材文件分类，方便查找。', en: 'Files media away, so that it is found again.' },
  },
  endpoints: [countsEndpoint],
  fields: [
    titleField({ zh: '例如 2026 年防汛宣传', en: 'For example Flood prevention 2026' }),
    {
      name: 'media',
      type: 'join',
      collection: 'media',
      on: 'folder',
      label: { zh: '夹内素材', en: 'Media in this folder' },
      admin: { allowCreate: false, defaultColumns: ['filename', 'kind', 'state'] },
    },
  ],
}
