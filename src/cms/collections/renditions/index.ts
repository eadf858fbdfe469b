import type { CollectionConfig } from 'payload'
import { nobody } from '../../access/nobody'
import { signedIn } from '../../access/signedIn'
import { date, json, number, text } from '../../fields/plain'
import { groups } from '../../i18n/groups'
import { renditionStateOptions } from '../../i18n/options'
import { retryRendition } from './retry'

/**
 * The files made for particular screens, each derived from an original by a recorded specification: what was approved of the
 * original holds for them. Written by the render jobs only, shown with their media item.
 */
export const renditions: CollectionConfig = {
  slug: 'renditions',
  labels: {
    singular: { zh: '播出版本', en: 'Rendition' },
    plural: { zh: '播出版本', en: 'Renditions' },
  },
  access: { create: nobody, read: signedIn, update: nobody, delete: nobody },
  admin: { group: groups.content, hidden: true },
  lockDocuments: false,
  endpoints: [retryRendition],
  fields: [
    {
      // SHA-256 of the original's hash and the specification: the same derivation is made once.
      name: 'key',
      type: 'text',
      required: true,
      unique: true,
      index: true,
      label: { zh: '派生标识', en: 'Derivation' },
    },
    {
      name: 'media',
      type: 'relationship',
      relationTo: 'media',
      index: true,
      label: { zh: '素材文件', en: 'Media file' },
    },
    {
      // Of a text that is laid out as a picture: no media file stands behind it.
      name: 'content',
      type: 'relationship',
      relationTo: 'contents',
      index: true,
      label: { zh: '内容', en: 'Content' },
    },
    text('origin', { zh: '原始文件摘要', en: 'SHA-256 of the original' }),
    { ...json('spec', { zh: '规格', en: 'Specification' }), required: true },
    {
      name: 'state',
      type: 'select',
      required: true,
      defaultValue: 'waiting',
      index: true,
      label: { zh: '状态', en: 'State' },
      options: renditionStateOptions,
    },
    number('attempts', { zh: '尝试次数', en: 'Attempts' }),
    {
      name: 'failure',
      type: 'group',
      label: { zh: '失败原因', en: 'Why it failed' },
      fields: [
        text('code', { zh: '代码', en: 'Code' }),
        { name: 'detail', type: 'textarea', label: { zh: '详情', en: 'Detail' } },
      ],
    },
    { ...text('sha256', { zh: 'SHA-256 摘要', en: 'SHA-256' }), index: true },
    text('ext', { zh: '扩展名', en: 'Extension' }),
    text('mimeType', { zh: '文件类型', en: 'Media type' }),
    number('bytes', { zh: '字节', en: 'Bytes' }),
    number('width', { zh: '宽', en: 'Width' }),
    number('height', { zh: '高', en: 'Height' }),
    number('seconds', { zh: '秒', en: 'Seconds' }),
    number('lufs', { zh: '响度（LUFS）', en: 'Loudness (LUFS)' }),
    number('truePeak', { zh: '真峰值（dBTP）', en: 'True peak (dBTP)' }),
    date('neededFrom', { zh: '最早播出', en: 'On air from' }),
    date('neededAt', { zh: '最近需要', en: 'Last needed' }),
  ],
}
