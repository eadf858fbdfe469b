import type { CollectionConfig } from 'payload'
import { operators } from '../../access/operators'
import { signedIn } from '../../access/signedIn'
import { livePreview } from '../../admin/preview/livePreview'
import { checked } from '../../hooks/checked'
import { groups } from '../../i18n/groups'
import { displayFaults } from './faults'
import { displayFields } from './fields'
import { forgetState } from './hooks/forgetState'

/** The screens themselves. `timezone`: the zone of a new display. */
export function displays({ timezone }: { timezone: string }): CollectionConfig {
  return {
    slug: 'displays',
    labels: { singular: { zh: '终端', en: 'Display' }, plural: { zh: '终端', en: 'Displays' } },
    access: { create: operators, read: signedIn, update: operators, delete: operators },
    admin: {
      group: groups.displays,
      useAsTitle: 'name',
      livePreview,
      components: {
        edit: { beforeDocumentControls: ['/src/cms/admin/preview/ProfilePicker#ProfilePicker'] },
      },
      defaultColumns: ['name', 'status', 'channel', 'profile', 'groups', 'venue'],
      listSearchableFields: ['name', 'venue', 'tags'],
      description: {
        zh: '每一块屏幕。先新建终端，再用屏幕上的配对码配对。',
        en: 'Every screen. Create it, then pair it by the code it shows.',
      },
    },
    hooks: { beforeValidate: [checked(displayFaults)], beforeDelete: [forgetState] },
    fields: displayFields({ timezone }),
  }
}
