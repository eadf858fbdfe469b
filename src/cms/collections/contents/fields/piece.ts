import type { Condition, Field } from 'payload'
import { titleField } from '../../../fields/title'
import { contentKindOptions } from '../../../i18n/options'
import { type ContentKind, mediaKindsOf } from '../kinds'
import { styleFields } from './style'

/** What the piece is: its kind, and the media, text or address that the kind needs. */
export const pieceFields: Field[] = [
  titleField({ zh: '例如 出门戴口罩', en: 'For example Wear a mask' }),
  {
    name: 'kind',
    type: 'select',
    required: true,
    defaultValue: 'poster',
    index: true,
    label: { zh: '类型', en: 'Kind' },
    options: contentKindOptions,
    admin: { isClearable: false },
  },
  {
    name: 'media',
    type: 'upload',
    relationTo: 'media',
    index: true,
    label: { zh: '素材文件', en: 'Media' },
    filterOptions: ({ siblingData }) => {
      const kinds = mediaKindsOf((siblingData as { kind?: unknown })?.kind)
      return kinds.length > 0 ? { kind: { in: kinds } } : true
    },
    admin: {
      condition: whenKind('poster', 'video', 'song'),
      components: { Cell: '/src/cms/admin/media/ThumbnailCell#ThumbnailCell' },
      description: {
        zh: '海报用图片或 PDF 中的一页，视频用视频，音乐作品用音频。',
        en: 'An image or a page of a PDF for a poster, a video for a video, a sound file for a song.',
      },
    },
  },
  {
    name: 'page',
    type: 'number',
    min: 1,
    defaultValue: 1,
    label: { zh: '页码', en: 'Page' },
    admin: {
      step: 1,
      condition: whenKind('poster'),
      description: {
        zh: '素材是 PDF 时，播出其中哪一页。',
        en: 'Which page is shown, where the media is a PDF.',
      },
    },
  },
  {
    name: 'mediaAdvice',
    type: 'ui',
    admin: {
      condition: whenKind('poster', 'video', 'song'),
      components: { Field: '/src/cms/admin/media/facts/ContentAdvice#ContentAdvice' },
    },
  },
  {
    name: 'versions',
    type: 'ui',
    admin: {
      condition: whenKind('poster', 'video', 'song', 'slogan', 'notice'),
      components: { Field: '/src/cms/admin/media/progress/ContentVersions#ContentVersions' },
    },
  },
  {
    name: 'cover',
    type: 'upload',
    relationTo: 'media',
    index: true,
    label: { zh: '封面', en: 'Cover' },
    filterOptions: { kind: { equals: 'image' } },
    admin: {
      condition: whenKind('song'),
      description: { zh: '播放歌曲时显示的图片。', en: 'The picture shown while the song plays.' },
    },
  },
  {
    name: 'text',
    type: 'textarea',
    maxLength: 2000,
    label: { zh: '文字', en: 'Text' },
    admin: {
      condition: whenKind('slogan', 'notice'),
      placeholder: { zh: '例如 戴口罩、勤洗手、少聚集', en: 'For example Mask up, wash hands, keep apart' },
      description: {
        zh: '字号会自动适应屏幕大小。',
        en: 'The size of the letters adapts to the screen.',
      },
    },
  },
  {
    name: 'style',
    type: 'group',
    label: { zh: '文字样式', en: 'Text style' },
    admin: { condition: whenKind('slogan', 'notice'), hideGutter: true },
    fields: styleFields,
  },
  {
    name: 'url',
    type: 'text',
    maxLength: 2000,
    label: { zh: '网址', en: 'Address' },
    admin: {
      condition: whenKind('web'),
      placeholder: 'https://',
      description: {
        zh: '终端须能访问该网址，且对方网站允许嵌入。',
        en: 'Displays must be able to reach it, and the site must allow being embedded.',
      },
    },
  },
]

function whenKind(...kinds: ContentKind[]): Condition {
  return (_, sibling) => kinds.includes(sibling?.kind)
}
