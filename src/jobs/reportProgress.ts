import type {
  Failure,
  MediaReport,
  ProgressReport,
  RenditionReport,
} from '../cms/admin/media/progress/report'
import type { Media } from '../cms/payload-types'
import { derivationsOf } from '../publish/derivations'
import { idOf } from '../publish/ids'
import type { Need } from '../publish/needs'
import type { ExactRendition, Snapshot } from '../publish/snapshot'
import { mediaProgress, type ProgressBook, renditionProgress } from './progress'
import type { Waiting } from './renditionJobs'

/** The documents asked for, by id; null: all media that something is under way for. */
export type ProgressAsked = { of: 'media' | 'contents'; ids: readonly string[] } | null

export type ProgressInput = {
  asked: ProgressAsked
  snapshot: Pick<Snapshot, 'media' | 'contents' | 'renditions' | 'display-profiles'>
  needs: readonly Need[]
  /** In the order of their turn. */
  waiting: readonly Waiting[]
  book: Pick<ProgressBook, 'of'>
}

type Known = { screensOf: ReadonlyMap<string, string[]>; turns: ReadonlyMap<string, number> } & Pick<
  ProgressInput,
  'book'
>

/** How far the files of media items are, or those that screens need of contents. */
export function reportProgress({ asked, snapshot, needs, waiting, book }: ProgressInput): ProgressReport {
  const screensOf = screensByKey(needs, snapshot)
  const known = { screensOf, turns: queueOf(snapshot.media, waiting, book), book }
  return asked?.of === 'contents'
    ? reportContents(asked.ids, snapshot, known)
    : reportMedia(asked?.ids ?? null, snapshot, known)
}

function reportMedia(asked: readonly string[] | null, snapshot: ProgressInput['snapshot'], known: Known) {
  const { media, renditions } = snapshot
  const byMedia = new Map<string, ExactRendition[]>()
  for (const rendition of renditions.values()) {
    if (!rendition.media) continue
    const id = idOf(rendition.media)
    byMedia.set(id, [...(byMedia.get(id) ?? []), rendition])
  }
  const ids = asked ?? idsUnderWay(media, byMedia)
  return Object.fromEntries(
    ids.flatMap((id) => {
      const document = media.get(id)
      if (!document) return []
      const made = (byMedia.get(id) ?? []).map((one) => renditionReport(one, known))
      return [[id, mediaReport(document, made.sort(byLabel), known)]]
    }),
  )
}

/** A content's own state is that of its file; a text needs none. Contents that say the same share their renditions. */
function reportContents(asked: readonly string[], snapshot: ProgressInput['snapshot'], known: Known) {
  const { contents, media, renditions } = snapshot
  const profiles = [...snapshot['display-profiles'].values()]
  return Object.fromEntries(
    asked.flatMap((id): [string, MediaReport][] => {
      const content = contents.get(id)
      if (!content) return []
      const derived = profiles.map((profile) => derivationsOf(content, media, profile))
      const keys = new Set(derived.flatMap(({ file, cover }) => [file?.key ?? [], cover?.key ?? []].flat()))
      const needed = [...keys].flatMap((key) => (known.screensOf.has(key) ? (renditions.get(key) ?? []) : []))
      const made = needed.map((one) => renditionReport(one, known)).sort(byLabel)
      const document = content.media ? media.get(idOf(content.media)) : undefined
      return [[id, document ? mediaReport(document, made, known) : { ...nothingToDo, renditions: made }]]
    }),
  )
}

const nothingToDo = { state: 'ready', done: 1, position: null, failure: null } as const

function mediaReport(
  { id, state, failure }: Media,
  renditions: RenditionReport[],
  { turns, book }: Known,
): MediaReport {
  const name = mediaProgress(String(id))
  const running = book.of(name)
  const waits = state === 'processing' && running === undefined
  return {
    state: waits ? 'waiting' : (state ?? 'processing'),
    done: state === 'ready' ? 1 : (running ?? 0),
    position: turns.get(name) ?? null,
    failure: state === 'failed' ? failureOf(failure) : null,
    renditions,
  }
}

function renditionReport(rendition: ExactRendition, { screensOf, turns, book }: Known): RenditionReport {
  const { id, key, state, failure, mimeType, bytes, seconds, lufs, truePeak } = rendition
  const name = renditionProgress(key)
  const running = book.of(name)
  return {
    id,
    label: labelOf(rendition),
    screens: screensOf.get(key) ?? [],
    state: running === undefined ? state : 'processing',
    done: state === 'ready' ? 1 : (running ?? 0),
    position: running === undefined ? (turns.get(name) ?? null) : null,
    failure: state === 'failed' ? failureOf(failure) : null,
    mimeType: mimeType ?? null,
    bytes: bytes ?? null,
    seconds: seconds ?? null,
    lufs: lufs ?? null,
    truePeak: truePeak ?? null,
  }
}

/** Uploads come first, as in the queue itself. */
function queueOf(media: Snapshot['media'], waiting: readonly Waiting[], book: ProgressInput['book']) {
  const uploads = [...media.values()]
    .filter(({ id, state }) => state === 'processing' && book.of(mediaProgress(String(id))) === undefined)
    .sort((a, b) => (a.createdAt < b.createdAt ? -1 : 1))
    .map(({ id }) => mediaProgress(String(id)))
  const others = waiting
    .map(({ key }) => renditionProgress(key))
    .filter((name) => book.of(name) === undefined)
  return new Map([...uploads, ...others].map((name, index) => [name, index + 1]))
}

function idsUnderWay(media: Snapshot['media'], byMedia: ReadonlyMap<string, ExactRendition[]>) {
  const open = new Set(['waiting', 'processing'])
  return [...media.values()]
    .filter(
      ({ id, state }) =>
        state === 'processing' || byMedia.get(String(id))?.some((rendition) => open.has(rendition.state)),
    )
    .map(({ id }) => String(id))
}

function screensByKey(needs: readonly Need[], snapshot: Pick<Snapshot, 'display-profiles'>) {
  const titleOf = (id: string) => snapshot['display-profiles'].get(id)?.title ?? []
  return new Map(needs.map(({ key, profiles }) => [key, profiles.flatMap(titleOf)]))
}

function labelOf({ width, height, mimeType }: ExactRendition) {
  if (width && height) return `${width}×${height}`
  return mimeType === 'audio/mpeg' ? 'MP3' : 'AAC'
}

function failureOf(failure: Media['failure'] | ExactRendition['failure']): Failure {
  return { code: failure?.code ?? 'media-render-failed', detail: failure?.detail ?? null }
}

function byLabel(a: RenditionReport, b: RenditionReport) {
  return a.label < b.label ? -1 : 1
}
