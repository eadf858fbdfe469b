import type { Field } from 'payload'
import { roleOf } from '../../../access/roleOf'
import { reviewStatusOptions } from '../../../i18n/options'

/** Where the piece stands in its review; only `approved` goes on air. */
export const reviewStatusField: Field = {
  name: 'reviewStatus',
  type: 'select',
  required: true,
  defaultValue: 'draft',
  index: true,
  label: { zh: '审核状态', en: 'Review status' },
  options: reviewStatusOptions,
  filterOptions: ({ data, options, req }) => {
    // Without a session it is the server's own code that writes.
    if ((roleOf(req) ?? 'administrator') === 'administrator') return options
    const judged = ['approved', 'rejected']
    return options.filter((option) => {
      const value = typeof option === 'string' ? option : option.value
      return !judged.includes(value) || value === data?.reviewStatus
    })
  },
  admin: {
    position: 'sidebar',
    components: { Cell: '/src/cms/admin/review/ReviewStatusCell#ReviewStatusCell' },
    isClearable: false,
    description: {
      zh: '只有管理员可以通过或退回。采编改动已通过内容中观众能看到的部分后，状态会回到草稿，须重新审核。',
      en: 'Only administrators approve or reject. When an editor changes anything that viewers see in an approved content, it goes back to draft and needs a new review.',
    },
  },
}
