import type { Content, Media } from '../cms/payload-types'
import type { ManifestContent, ManifestFile } from '../manifest/manifest'
import { idOf } from './ids'

/** A content ready for screens, with the files that it names. */
export type Assembled = { content: ManifestContent; files: [sha256: string, ManifestFile][] }

type Rendition = NonNullable<Media['renditions']>[number]

export type AssembleContext = {
  media: ReadonlyMap<string, Media>
  /** The address under which a screen gets a file. */
  url(file: { sha256: string; ext: string }): string
}

const manifestKinds = {
  poster: 'image',
  video: 'video',
  song: 'audio',
  slogan: 'text',
  notice: 'text',
  web: 'web',
} as const satisfies Record<Content['kind'], ManifestContent['kind']>

/** What a screen is told of a content, or null while something of it is missing (a file not rendered yet, an empty text). */
export function assemble(content: Content, context: AssembleContext): Assembled | null {
  const kind = manifestKinds[content.kind]
  const shared = {
    kind,
    fit: content.fit ?? 'contain',
    volume: content.volume ?? 1,
    label: content.title,
  }
  if (kind === 'text') return assembleText(content, shared)
  if (kind === 'web') return content.url ? { content: { ...shared, url: content.url }, files: [] } : null
  const file = screenRendition(context.media, content.media)
  if (!file) return null
  const cover = content.kind === 'song' ? screenRendition(context.media, content.cover) : null
  const used = cover ? [file, cover] : [file]
  return {
    content: { ...shared, file: file.sha256, ...(cover ? { cover: cover.sha256 } : {}) },
    files: used.map((rendition) => [rendition.sha256, toFile(rendition, context)]),
  }
}

function assembleText({ text, style }: Content, shared: Omit<ManifestContent, 'text'>): Assembled | null {
  if (!text?.trim()) return null
  const content = {
    ...shared,
    text: {
      body: text,
      color: style?.color ?? '#ffffff',
      background: style?.background ?? '#b71c1c',
      align: style?.align ?? 'center',
      weight: Number(style?.weight ?? 700),
      motion: style?.motion ?? 'still',
      pixelsPerSecond: style?.pixelsPerSecond ?? 60,
    },
  }
  return { content, files: [] }
}

/** The rendition for screens, where that media is rendered. */
export function screenRendition(
  media: ReadonlyMap<string, Media>,
  reference: Content['media'],
): Rendition | null {
  const document = reference ? media.get(idOf(reference)) : undefined
  if (document?.state !== 'ready') return null
  return document.renditions?.find(({ purpose }) => purpose === 'screen') ?? null
}

function toFile(rendition: Rendition, context: AssembleContext): ManifestFile {
  return {
    url: context.url({ sha256: rendition.sha256, ext: rendition.ext }),
    bytes: rendition.bytes,
    type: rendition.mimeType,
  }
}
