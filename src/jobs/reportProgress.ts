import type {
  Failure,
  MediaReport,
  ProgressReport,
  RenditionReport,
} from '../cms/admin/media/progress/report'
import type { Media } from '../cms/payload-types'
import { idOf } from '../publish/ids'
import type { Need } from '../publish/needs'
import type { ExactRendition, Snapshot } from '../publish/snapshot'
import { mediaProgress, type ProgressBook, renditionProgress } from './progress'
import type { Waiting } from './renditionJobs'

export type ProgressInput = {
  /** The media documents asked for, by id; null: all that something is under way for. */
  asked: readonly string[] | null
  snapshot: Pick<Snapshot, 'media' | 'renditions' | 'display-profiles'>
  needs: readonly Need[]
  /** In the order of their turn. */
  waiting: readonly Waiting[]
  book: Pick<ProgressBook, 'of'>
}

/** How far the files of media items are. */
export function reportProgress({ asked, snapshot, needs, waiting, book }: ProgressInput): ProgressReport {
  const { media, renditions } = snapshot
  const byMedia = new Map<string, ExactRendition[]>()
  for (const rendition of renditions.values()) {
    if (!rendition.media) continue
    const id = idOf(rendition.media)
    byMedia.set(id, [...(byMedia.get(id) ?? []), rendition])
  }
  const screensOf = screensByKey(needs, snapshot)
  const turns = queueOf(media, waiting, book)
  const ids = asked ?? idsUnderWay(media, byMedia)
  return Object.fromEntries(
    ids.flatMap((id) => {
      const document = media.get(id)
      if (!document) return []
      const made = (byMedia.get(id) ?? []).map((one) => renditionReport(one, screensOf, turns, book))
      return [[id, mediaReport(document, made.sort(byLabel), turns, book)]]
    }),
  )
}

function mediaReport(
  { id, state, failure }: Media,
  renditions: RenditionReport[],
  turns: ReadonlyMap<string, number>,
  book: ProgressInput['book'],
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

function renditionReport(
  rendition: ExactRendition,
  screensOf: ReadonlyMap<string, string[]>,
  turns: ReadonlyMap<string, number>,
  book: ProgressInput['book'],
): RenditionReport {
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
