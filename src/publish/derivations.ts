import type { Content, DisplayProfile, Media } from '../cms/payload-types'
import type { ManifestText } from '../manifest/manifest'
import { factsSchema } from '../media/facts'
import {
  cardSpecFor,
  type RenditionSpec,
  type ScreenTarget,
  type Source,
  specFor,
  specKey,
  textSpecFor,
} from '../media/spec'
import { idOf } from './ids'

/** A rendition as it is made from an original, or from a content's own words: equal keys are equal bytes. */
export type Derivation = {
  key: string
  spec: RenditionSpec
  /** SHA-256 of the original; null where no file stands behind it. */
  origin: string | null
  /** The media item that it is made from. */
  media: string | null
  /** The content whose words it shows. */
  content: string | null
}

/** What a content is exactly on screens of a profile; null where they get what every screen gets. */
export type Derivations = { file: Derivation | null; cover: Derivation | null }

type Known = { media: Media | undefined; cover: Media | undefined; derivations: Derivations }

const none: Derivations = { file: null, cover: null }

/** Asked of every content and profile at each edit: known for as long as their documents are the same ones. */
const known = new WeakMap<Content, WeakMap<DisplayProfile, Known>>()

/** The renditions that would show a content pixel by pixel on screens of that profile, made yet or not. */
export function derivationsOf(
  content: Content,
  media: ReadonlyMap<string, Media>,
  profile: DisplayProfile,
): Derivations {
  const file = content.media ? media.get(idOf(content.media)) : undefined
  const cover = content.cover ? media.get(idOf(content.cover)) : undefined
  const byProfile = known.get(content) ?? new WeakMap<DisplayProfile, Known>()
  known.set(content, byProfile)
  const before = byProfile.get(profile)
  if (before && before.media === file && before.cover === cover) return before.derivations
  const derivations = derive(content, file, cover, screenTarget(profile))
  byProfile.set(profile, { media: file, cover, derivations })
  return derivations
}

/** What a profile asks of its renditions: its picture as people see it, after rotation. */
function screenTarget(profile: DisplayProfile): ScreenTarget {
  const turned = Number(profile.rotate ?? 0) % 180 === 90
  const audio = profile.audio ?? false
  return {
    width: turned ? profile.height : profile.width,
    height: turned ? profile.width : profile.height,
    formats: profile.formats ?? [],
    audio,
    lufs: audio ? (profile.loudness ?? null) : null,
    page: profile.page ?? true,
  }
}

/** A slogan's or notice's words and look, or null where it has none. */
export function textOf({ text, style }: Content): ManifestText | null {
  if (!text?.trim()) return null
  return {
    body: text,
    color: style?.color ?? '#ffffff',
    background: style?.background ?? '#b71c1c',
    align: style?.align ?? 'center',
    weight: Number(style?.weight ?? 700),
    motion: style?.motion ?? 'still',
    pixelsPerSecond: style?.pixelsPerSecond ?? 60,
  }
}

/** What was made of a media item for screens of any kind; it stays while the item is processed anew, or was so in vain. */
export function generalRendition({ renditions }: Media) {
  return renditions?.find(({ purpose }) => purpose === 'screen') ?? null
}

function derive(
  content: Content,
  media: Media | undefined,
  cover: Media | undefined,
  screen: ScreenTarget,
): Derivations {
  switch (content.kind) {
    case 'poster':
    case 'video':
      return { file: fileOf(content, media, screen), cover: null }
    case 'song':
      return { file: fileOf(content, media, screen), cover: cardOf(content, cover, screen) }
    case 'slogan':
    case 'notice':
      return { file: textPictureOf(content, screen), cover: null }
    case 'web':
      return none
  }
}

function fileOf(content: Content, media: Media | undefined, screen: ScreenTarget): Derivation | null {
  const source = sourceOf(media)
  if (!media || !source) return null
  const choice = {
    fit: content.fit ?? 'contain',
    trimBlack: content.trimBlack ?? false,
    page: content.page ?? null,
  }
  const spec = specFor(source, choice, screen)
  return spec && derivation(spec, source.sha256, { media: String(media.id), content: null })
}

function cardOf(content: Content, cover: Media | undefined, screen: ScreenTarget): Derivation | null {
  const source = sourceOf(cover)
  if (content.cover && !source) return null
  const spec = cardSpecFor({ title: content.title, cover: source }, screen)
  const media = source && cover ? String(cover.id) : null
  return spec && derivation(spec, source?.sha256 ?? null, { media, content: String(content.id) })
}

function textPictureOf(content: Content, screen: ScreenTarget): Derivation | null {
  const text = textOf(content)
  const spec = text && textSpecFor(text, screen)
  return spec && derivation(spec, null, { media: null, content: String(content.id) })
}

function derivation(
  spec: RenditionSpec,
  origin: string | null,
  madeOf: Pick<Derivation, 'media' | 'content'>,
): Derivation {
  return { key: specKey(origin, spec), spec, origin, ...madeOf }
}

/** An original that was processed once, and so is known to play; it may be in the works again since. */
function sourceOf(media: Media | undefined): Source | null {
  if (!media?.sha256 || !generalRendition(media)) return null
  const facts = factsSchema.safeParse(media.facts)
  return facts.success ? { facts: facts.data, sha256: media.sha256 } : null
}
