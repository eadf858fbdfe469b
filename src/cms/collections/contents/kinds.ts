import type { contentKindOptions } from '../../i18n/options'
import type { Text } from '../../i18n/text'

export type ContentKind = (typeof contentKindOptions)[number]['value']
export type MediaKind = 'image' | 'video' | 'audio'

const mediaKinds: Partial<Record<ContentKind, MediaKind>> = { poster: 'image', video: 'video', song: 'audio' }

export const mediaKindTexts: Record<MediaKind, Text> = {
  image: { zh: '图片', en: 'an image' },
  video: { zh: '视频', en: 'a video' },
  audio: { zh: '音频', en: 'a sound file' },
}

/** The kind of media that a kind of content shows, or null where it shows none. */
export function mediaKindOf(kind: unknown): MediaKind | null {
  return mediaKinds[kind as ContentKind] ?? null
}
