import type { CollectionConfig } from 'payload'
import { editors } from '../../access/editors'
import { signedIn } from '../../access/signedIn'
import { checked } from '../../hooks/checked'
import { groups } from '../../i18n/groups'
import { scheduleFaults } from './faults'
import { scheduleFields } from './fields'
import { adviseOnSave } from './hooks/adviseOnSave'

/** Which playlist plays where and when: the schedules of docs/scheduling.md. */
export const schedules: CollectionConfig = {
  slug: 'schedules',
  labels: { singular: { zh: '排期', en: 'Schedule' }, plural: { zh: '排期', en: 'Schedules' } },
  access: { create: editors, read: signedIn, update: editors, delete: editors },
  admin: {
    group: groups.scheduling,
    useAsTitle: 'title',
    defaultColumns: ['title', 'enabled', 'playlist', 'level', 'rrule', 'updatedAt'],
    listSearchableFields: ['title'],
    description: {
      zh: '哪个节目单、在哪些终端、什么时候播出。',
      en: 'Which playlist plays on which displays, and when.',
    },
  },
  hooks: { beforeValidate: [checked(scheduleFaults)], afterChange: [adviseOnSave] },
  fields: scheduleFields,
}
