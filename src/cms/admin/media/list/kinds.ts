import type { Text } from '../../../i18n/text'
import type { Media } from '../../../payload-types'

type Kind = NonNullable<Media['kind']>

export const kindTexts: Record<Kind, Text> = {
  image: { zh: '图片', en: 'Image' },
  video: { zh: '视频', en: 'Video' },
  audio: { zh: '音频', en: 'Audio' },
  document: { zh: '文档', en: 'Document' },
}

/** Paths of icons 16 units wide. */
export const kindIcons: Record<Kind, string> = {
  image: 'M2 3h12v10H2zM4 11h8l-2.6-4-2 2.6L6 8z',
  video: 'M4 3l9 5-9 5z',
  audio: 'M6 12.5a2 2 0 1 1-1.4-1.9V3.5L13 2v8.5a2 2 0 1 1-1.4-1.9V5L6 6z',
  document: 'M4 1.5h6l3 3V14.5H4zM6 7h5v1H6zM6 9.5h5v1H6z',
}
