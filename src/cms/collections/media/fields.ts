import type { Field } from 'payload'
import { nobodyField } from '../../access/nobodyField'
import { tagsField } from '../../fields/tags'
import { mediaStateOptions } from '../../i18n/options'
import type { Text } from '../../i18n/text'

/** Set by the server only: by the upload and by the render job. */
const byServer = { create: nobodyField, update: nobodyField }

const mediaKindOptions = [
  { value: 'image', label: { zh: '图片', en: 'Image' } },
  { value: 'video', label: { zh: '视频', en: 'Video' } },
  { value: 'audio', label: { zh: '音频', en: 'Audio' } },
  { value: 'document', label: { zh: '文档', en: 'Document' } },
]

export const mediaFields: Field[] = [
  {
    name: 'progress',
    type: 'ui',
    label: { zh: '处理与屏幕版本', en: 'Processing and versions' },
    admin: {
      disableListColumn: true,
      components: { Field: '/src/cms/admin/media/progress/ProgressPanel#ProgressPanel' },
    },
  },
  {
    name: 'about',
    type: 'ui',
    admin: { components: { Field: '/src/cms/admin/media/facts/MediaFacts#MediaFacts' } },
  },
  {
    name: 'alt',
    type: 'text',
    maxLength: 200,
    label: { zh: '说明', en: 'Description' },
    admin: {
      placeholder: {
        zh: '例如 志愿者在社区门口测量体温',
        en: 'For example Volunteers taking temperatures at a gate',
      },
      description: {
        zh: '便于查找，也供读屏软件使用。',
        en: 'Helps to find it, and screen readers read it.',
      },
    },
  },
  {
    name: 'folder',
    type: 'relationship',
    relationTo: 'media-folders',
    index: true,
    label: { zh: '素材夹', en: 'Folder' },
    admin: { position: 'sidebar' },
  },
  tagsField({
    description: { zh: '便于检索，例如 防疫、口罩。', en: 'To find it by: epidemic, masks…' },
    admin: { position: 'sidebar' },
  }),
  select('kind', { zh: '类型', en: 'Kind' }, mediaKindOptions),
  select('state', { zh: '状态', en: 'State' }, mediaStateOptions, {
    Cell: '/src/cms/admin/media/StateCell#StateCell',
  }),
  {
    name: 'failure',
    type: 'group',
    label: { zh: '失败原因', en: 'Why it failed' },
    access: byServer,
    // Said in words by the panel of the progress.
    admin: { hidden: true },
    fields: [
      { name: 'code', type: 'text', label: { zh: '代码', en: 'Code' } },
      { name: 'detail', type: 'textarea', label: { zh: '详情', en: 'Detail' } },
    ],
  },
  {
    name: 'sha256',
    type: 'text',
    index: true,
    label: { zh: 'SHA-256 摘要', en: 'SHA-256' },
    access: byServer,
    admin: { position: 'sidebar', readOnly: true, condition: (data) => Boolean(data?.sha256) },
  },
  {
    name: 'ext',
    type: 'text',
    label: { zh: '扩展名', en: 'Extension' },
    access: byServer,
    admin: { hidden: true },
  },
  {
    name: 'facts',
    type: 'json',
    label: { zh: '文件信息', en: 'Facts' },
    access: byServer,
    admin: { hidden: true },
  },
  {
    name: 'renditions',
    type: 'array',
    label: { zh: '播出版本', en: 'Renditions' },
    access: byServer,
    admin: { hidden: true },
    fields: [
      {
        name: 'purpose',
        type: 'select',
        required: true,
        options: ['screen', 'thumbnail', 'poster', 'strip', 'waveform'],
      },
      { name: 'sha256', type: 'text', required: true, index: true },
      { name: 'ext', type: 'text', required: true },
      { name: 'mimeType', type: 'text', required: true },
      { name: 'bytes', type: 'number', required: true },
      { name: 'width', type: 'number' },
      { name: 'height', type: 'number' },
      { name: 'seconds', type: 'number' },
    ],
  },
]

function select(
  name: string,
  label: Text,
  options: { value: string; label: Text }[],
  components: { Cell?: string } = {},
): Field {
  return {
    name,
    type: 'select',
    index: true,
    label,
    options,
    access: byServer,
    admin: { position: 'sidebar', readOnly: true, components, condition: (data) => Boolean(data?.[name]) },
  }
}
