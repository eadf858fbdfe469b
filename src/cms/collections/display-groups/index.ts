import type { CollectionConfig } from 'payload'
import { operators } from '../../access/operators'
import { signedIn } from '../../access/signedIn'
import { titleField } from '../../fields/title'
import { groups } from '../../i18n/groups'

/** Displays that are scheduled together. */
export const displayGroups: CollectionConfig = {
  slug: 'display-groups',
  labels: {
    singular: { zh: '终端分组', en: 'Display group' },
    plural: { zh: '终端分组', en: 'Display groups' },
  },
  access: { create: operators, read: signedIn, update: operators, delete: operators },
  admin: {
    group: groups.displays,
    useAsTitle: 'title',
    defaultColumns: ['title', 'updatedAt'],
    listSearchableFields: ['title'],
    description: {
      zh: '一起排播的终端，例如 全区 LED、1 路公交。',
      en: 'Displays that are scheduled together.',
    },
  },
  fields: [
    titleField({ zh: '例如 全区户外 LED', en: 'For example District LED walls' }),
    {
      name: 'displays',
      type: 'join',
      collection: 'displays',
      on: 'groups',
      label: { zh: '组内终端', en: 'Displays in this group' },
      admin: { allowCreate: false, defaultColumns: ['name', 'channel', 'venue'] },
    },
  ],
}
