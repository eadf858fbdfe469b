import type { CollectionConfig } from 'payload'
import { editors } from '../../access/editors'
import { signedIn } from '../../access/signedIn'
import { livePreview } from '../../admin/preview/livePreview'
import { groups } from '../../i18n/groups'
import { contentFields } from './fields'
import { checkContent } from './hooks/checkContent'
import { fillSeconds } from './hooks/fillSeconds'
import { keepReview } from './hooks/keepReview'

/** The pieces that displays show: posters, videos, songs, slogans, notices and web pages. `timezone`: of their validity. */
export function contents({ timezone }: { timezone: string }): CollectionConfig {
  return {
    slug: 'contents',
    labels: { singular: { zh: '内容', en: 'Content' }, plural: { zh: '内容', en: 'Contents' } },
    access: { create: editors, read: signedIn, update: editors, delete: editors },
    admin: {
      group: groups.content,
      useAsTitle: 'title',
      livePreview,
      components: {
        beforeListTable: ['/src/cms/admin/review/ApproveSelected#ApproveSelected'],
        edit: {
          beforeDocumentControls: [
            '/src/cms/admin/preview/ProfilePicker#ProfilePicker',
            '/src/cms/admin/review/ReviewActions#ReviewActions',
          ],
        },
      },
      defaultColumns: ['title', 'media', 'kind', 'reviewStatus', 'seconds', 'validUntil', 'updatedAt'],
      listSearchableFields: ['title', 'text', 'tags'],
      description: {
        zh: '屏幕上播出的每一件作品。只有审核通过的内容才会播出。',
        en: 'Every piece that screens show. Only approved contents go on air.',
      },
    },
    hooks: { beforeValidate: [checkContent], beforeChange: [fillSeconds, keepReview] },
    fields: contentFields({ timezone }),
  }
}
