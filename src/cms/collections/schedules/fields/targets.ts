import type { Condition, Field } from 'payload'
import { tagsField } from '../../../fields/tags'
import { warningsAbout } from './warnings'

const unlessAll: Condition = (_, sibling) => !sibling?.all

/** Which displays: all, or any that a list, a group or a tag names. */
export const targetsField: Field = {
  name: 'targets',
  type: 'group',
  label: { zh: '播出终端', en: 'Targets' },
  admin: {
    hideGutter: true,
    description: { zh: '符合任意一项的终端都会播出。', en: 'A display that any of these names plays it.' },
  },
  fields: [
    { name: 'all', type: 'checkbox', defaultValue: false, label: { zh: '全部终端', en: 'Every display' } },
    {
      name: 'groups',
      type: 'relationship',
      relationTo: 'display-groups',
      hasMany: true,
      label: { zh: '终端分组', en: 'Display groups' },
      admin: { condition: unlessAll },
    },
    {
      name: 'displays',
      type: 'relationship',
      relationTo: 'displays',
      hasMany: true,
      label: { zh: '终端', en: 'Displays' },
      admin: { condition: unlessAll },
    },
    tagsField({
      label: { zh: '终端标签', en: 'Display tags' },
      description: { zh: '带有这些标签之一的终端。', en: 'Displays that carry one of these tags.' },
      admin: { condition: unlessAll },
    }),
    {
      name: 'noTargetsNote',
      type: 'ui',
      admin: { components: { Field: '/src/cms/admin/schedules/NoTargetsNote#NoTargetsNote' } },
    },
    warningsAbout('targetWarnings', ['targets']),
  ],
}
