import type { Content, DisplayProfile, Media } from '../cms/payload-types'
import type { ManifestContent, ManifestFile } from '../manifest/manifest'
import { type Derivation, derivationsOf, generalRendition, textOf } from './derivations'
import { idOf } from './ids'
import type { ExactRendition, Snapshot } from './snapshot'

/** A content ready for screens, with the files that it names. */
export type Assembled = {
  content: ManifestContent
  files: [sha256: string, ManifestFile][]
  /** How long it is shown where nothing else is said; a film without its black ends is shorter than its file. */
  seconds: number | null
}

export type AssembleContext = Pick<Snapshot, 'media' | 'renditions'> & {
  /** The address under which a screen gets a file. */
  url(file: { sha256: string; ext: string }): string
}

type Picked = { sha256: string; ext: string; bytes: number; mimeType: string }
type ReadyRendition = ExactRendition & Picked

const manifestKinds = {
  poster: 'image',
  video: 'video',
  song: 'audio',
  slogan: 'text',
  notice: 'text',
  web: 'web',
} as const satisfies Record<Content['kind'], ManifestContent['kind']>

/**
 * What screens of a profile are told of a content: the files made for exactly them where those are ready, else what every screen
 * can play. Null while something of it is missing (a file not rendered yet, an empty text), or where such a screen cannot show it.
 * `profile` null: what any screen gets that runs the player page.
 */
export function assemble(
  content: Content,
  context: AssembleContext,
  profile: DisplayProfile | null,
): Assembled | null {
  const kind = manifestKinds[content.kind]
  const shared = { kind, fit: content.fit ?? 'contain', volume: content.volume ?? 1, label: content.title }
  const seconds = content.seconds ?? null
  const runsPage = profile?.page ?? true
  const exact = exactFiles(content, context, profile)
  if (kind === 'text' && !runsPage) {
    if (!exact.file) return null
    const picture = { ...shared, kind: 'image' as const, file: exact.file.sha256 }
    return { content: picture, files: filesOf([exact.file], context), seconds }
  }
  if (kind === 'text') {
    const text = textOf(content)
    return text && { content: { ...shared, text }, files: [], seconds }
  }
  if (kind === 'web') {
    return content.url && runsPage ? { content: { ...shared, url: content.url }, files: [], seconds } : null
  }
  const file = exact.file ?? screenRendition(context.media, content.media)
  if (!file) return null
  const cover =
    content.kind === 'song' ? (exact.cover ?? screenRendition(context.media, content.cover)) : null
  return {
    content: { ...shared, file: file.sha256, ...(cover && { cover: cover.sha256 }) },
    files: filesOf(cover ? [file, cover] : [file], context),
    seconds: exact.file ? lengthOf(content, context.media, exact.file) : seconds,
  }
}

/** The files made for exactly that profile's screens, as far as they are ready. */
export function exactFiles(
  content: Content,
  { media, renditions }: Pick<Snapshot, 'media' | 'renditions'>,
  profile: DisplayProfile | null,
): { file: ReadyRendition | null; cover: ReadyRendition | null } {
  if (!profile) return { file: null, cover: null }
  const { file, cover } = derivationsOf(content, media, profile)
  return { file: readyOf(file, renditions), cover: readyOf(cover, renditions) }
}

/** The rendition for screens of any kind, where that media is rendered. */
export function screenRendition(
  media: ReadonlyMap<string, Media>,
  reference: Content['media'],
): Picked | null {
  const document = reference ? media.get(idOf(reference)) : undefined
  return document ? generalRendition(document) : null
}

function readyOf(derivation: Derivation | null, renditions: Snapshot['renditions']): ReadyRendition | null {
  const made = derivation && renditions.get(derivation.key)
  return made && isReady(made) ? made : null
}

function isReady(made: ExactRendition): made is ReadyRendition {
  return made.state === 'ready' && Boolean(made.sha256 && made.ext && made.mimeType && made.bytes)
}

/** An editor's own length stands; one that was the whole file's becomes that of what is left of the film. */
function lengthOf(content: Content, media: Snapshot['media'], made: ReadyRendition): number | null {
  const own = content.seconds ?? null
  if (content.kind !== 'video' || !content.trimBlack || !content.media || !made.seconds) return own
  const whole = (media.get(idOf(content.media))?.facts as { seconds?: number } | null | undefined)?.seconds
  const isWhole = own === null || (whole !== undefined && Math.abs(own - whole) < 0.002)
  return isWhole ? made.seconds : own
}

function filesOf(picked: Picked[], context: AssembleContext): Assembled['files'] {
  return picked.map(({ sha256, ext, bytes, mimeType }) => [
    sha256,
    { url: context.url({ sha256, ext }), bytes, type: mimeType },
  ])
}
