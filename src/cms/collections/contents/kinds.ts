import type { contentKindOptions } from '../../i18n/options'
import type { Text } from '../../i18n/text'

export type ContentKind = (typeof contentKindOptions)[number]['value']
export type MediaKind = 'image' | 'video' | 'audio' | 'document'

const mediaKinds: Partial<Record<ContentKind, MediaKind[]>> = {
  poster: ['image', 'document'],
  video: ['video'],
  song: ['audio'],
}

export const mediaKindTexts: Record<MediaKind, Text> = {
  image: { zh: '图片', en: 'an image' },
  video: { zh: '视频', en: 'a video' },
  audio: { zh: '音频', en: 'a sound file' },
  document: { zh: 'PDF 文档', en: 'a PDF' },
}

/** The kinds of media that a kind of content shows; none where it shows no media. */
export function mediaKindsOf(kind: unknown): MediaKind[] {
  return mediaKinds[kind as ContentKind] ?? []
}

/** `图片或 PDF 文档`. */
export function anyOf(kinds: MediaKind[]): Text {
  const texts = kinds.map((kind) => mediaKindTexts[kind])
  return { zh: texts.map(({ zh }) => zh).join('或 '), en: texts.map(({ en }) => en).join(' or ') }
}
