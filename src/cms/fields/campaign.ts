import type { Field } from 'payload'

/** The campaign that a piece belongs to, in the sidebar. */
export const campaignField: Field = {
  name: 'campaign',
  type: 'relationship',
  relationTo: 'campaigns',
  index: true,
  label: { zh: '宣传活动', en: 'Campaign' },
  admin: { position: 'sidebar' },
}
