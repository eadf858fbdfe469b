import type { Content, DisplayProfile, Playlist } from '../cms/payload-types'
import { compile } from '../manifest/compile'
import { type Manifest, manifestSchema } from '../manifest/manifest'
import type { Fault, Timeline } from '../schedule'
import { parseProblem, resolve } from '../schedule'
import { assemble } from './assemble'
import { classInput } from './class-input'
import { classify, type DisplayClass } from './classes'
import { idOf } from './ids'
import type { Snapshot } from './snapshot'

export const previewable = ['contents', 'playlists', 'campaigns', 'displays'] as const

export type PreviewRequest = {
  collection: (typeof previewable)[number]
  id: string
  /** The profile of the screen to show; null: the display's own, or the first one. */
  profile: string | null
  /** The edit form's values, where they are not saved yet. */
  unsaved?: Record<string, unknown>
  /** When the preview was opened (UTC ms): its loop starts there. */
  openedAt: number
}

export type Preview =
  | { ok: true; manifest: Manifest }
  | { ok: false; unknown: true }
  | { ok: false; faults: Fault[] }

/** Fields of the previewed collections that hold lists. */
const lists = ['entries', 'groups', 'operatingHours', 'quietHours', 'tags']

const dayMs = 24 * 3_600_000
/** How often an open preview asks whether something was saved. */
const pollSeconds = 5

/**
 * What a screen of that profile would show if the document, drafts and unsaved values included, were on air. It is only looked
 * at by staff: never signed, never kept, and its files are addressed where a staff session is needed.
 */
export function preview(snapshot: Snapshot, request: PreviewRequest): Preview {
  const drafts = withUnsaved(snapshot, request)
  const profile = profileOf(drafts, request)
  if (!profile) return { ok: false, unknown: true }
  if (request.collection === 'displays') return previewDisplay(drafts, request, profile)
  const entries = entriesOf(drafts, request)
  return entries ? previewLoop(drafts, request, profile, entries) : { ok: false, unknown: true }
}

function withUnsaved(snapshot: Snapshot, { collection, id, unsaved }: PreviewRequest): Snapshot {
  if (!unsaved || collection === 'campaigns') return snapshot
  const documents = snapshot[collection] as Map<string, object>
  const merged = new Map(documents).set(id, { ...documents.get(id), ...withLists(unsaved), id })
  return { ...snapshot, [collection]: merged }
}

/** The form says 0 for a list without rows. */
function withLists(unsaved: Record<string, unknown>) {
  const emptied = lists.filter((name) => name in unsaved && !Array.isArray(unsaved[name]))
  return { ...unsaved, ...Object.fromEntries(emptied.map((name) => [name, []])) }
}

function profileOf(
  snapshot: Snapshot,
  { collection, id, profile }: PreviewRequest,
): DisplayProfile | undefined {
  const own = collection === 'displays' ? snapshot.displays.get(id)?.profile : null
  const wanted = profile ?? (own ? idOf(own) : null)
  if (wanted !== null) return snapshot['display-profiles'].get(wanted)
  const all = [...snapshot['display-profiles'].values()]
  return all.find(({ preset }) => preset === 'tv-1920x1080') ?? all[0]
}

type Entry = NonNullable<Playlist['entries']>[number]

function entriesOf(
  snapshot: Snapshot,
  { collection, id }: PreviewRequest,
): Pick<Entry, 'content' | 'seconds'>[] | null {
  if (collection === 'contents') return snapshot.contents.has(id) ? [{ content: id }] : null
  if (collection === 'playlists') return snapshot.playlists.get(id)?.entries ?? null
  return campaignEntries(snapshot, id)
}

/** Every piece of a campaign once: its playlists in order of title, then its contents in none of them. */
function campaignEntries(snapshot: Snapshot, campaign: string) {
  const ofCampaign = <T extends { campaign?: Content['campaign']; title: string }>(documents: Iterable<T>) =>
    [...documents]
      .filter((document) => document.campaign && idOf(document.campaign) === campaign)
      .sort((a, b) => (a.title < b.title ? -1 : 1))
  const listed = ofCampaign(snapshot.playlists.values()).flatMap(({ entries }) => entries ?? [])
  const seen = new Set(listed.map(({ content }) => idOf(content)))
  const others = ofCampaign(snapshot.contents.values()).filter(({ id }) => !seen.has(String(id)))
  return [...listed, ...others.map(({ id }) => ({ content: String(id) }))]
}

function previewLoop(
  snapshot: Snapshot,
  { openedAt }: PreviewRequest,
  profile: DisplayProfile,
  entries: Pick<Entry, 'content' | 'seconds'>[],
): Preview {
  const context = { media: snapshot.media, renditions: snapshot.renditions, url: previewUrl }
  const shown = entries.flatMap(({ content, seconds }) => {
    const document = snapshot.contents.get(idOf(content))
    const assembled = document && (assemble(document, context, profile) ?? assemble(document, context, null))
    return document && assembled ? [{ document, assembled, seconds: seconds ?? assembled.seconds ?? 10 }] : []
  })
  const loop = shown.map(({ document, seconds }) => ({
    content: String(document.id),
    schedule: null,
    seconds,
  }))
  const range = { from: openedAt, to: openedAt + dayMs }
  const level = loop.length > 0 ? 'normal' : 'standby'
  const segment = { ...range, anchor: openedAt, level, schedules: [], muted: false, loop } as const
  return toManifest({
    timeline: { ...range, segments: [{ ...segment, schedules: [], loop }] },
    contents: new Map(shown.map(({ document, assembled }) => [String(document.id), assembled.content])),
    files: new Map(shown.flatMap(({ assembled }) => assembled.files)),
    screen: screenOf(profile),
    pollSeconds,
  })
}

function previewDisplay(
  snapshot: Snapshot,
  { id, openedAt }: PreviewRequest,
  profile: DisplayProfile,
): Preview {
  const display = snapshot.displays.get(id)
  if (!display) return { ok: false, unknown: true }
  const only = { ...snapshot, displays: new Map([[id, { ...display, profile: profile.id }]]) }
  const [displayClass] = classify(only) as [DisplayClass]
  const contents = new Map(
    [...snapshot.contents].filter(([, content]) => content.reviewStatus !== 'rejected'),
  )
  const context = {
    playlists: snapshot.playlists,
    calendar: snapshot.calendar,
    contents: showable(contents, snapshot),
    media: snapshot.media,
    renditions: snapshot.renditions,
    url: previewUrl,
  }
  const input = classInput(displayClass, context, { from: openedAt - dayMs, to: openedAt + dayMs })
  const parsed = parseProblem(input.problem)
  if (!parsed.ok) return { ok: false, faults: parsed.faults }
  return toManifest({
    timeline: resolve(parsed.problem),
    contents: new Map(input.contents),
    files: new Map(input.files),
    screen: input.screen,
    pollSeconds,
  })
}

function showable(contents: Snapshot['contents'], { media, renditions }: Snapshot) {
  const context = { media, renditions, url: previewUrl }
  return new Map([...contents].filter(([, content]) => assemble(content, context, null) !== null))
}

function previewUrl({ sha256, ext }: { sha256: string; ext: string }) {
  return `/api/preview/media/${sha256}.${ext}`
}

function screenOf({ width, height, rotate }: DisplayProfile): Manifest['screen'] {
  return { width, height, rotate: Number(rotate ?? 0) as Manifest['screen']['rotate'] }
}

/** Unsaved values have passed no validation yet: what makes no manifest is told of by field. */
function toManifest(
  input: Parameters<typeof compile>[0] & { timeline: Pick<Timeline, 'from' | 'to' | 'segments'> },
): Preview {
  const parsed = manifestSchema.safeParse(JSON.parse(compile(input).body.toString('utf8')))
  if (parsed.success) return { ok: true, manifest: parsed.data }
  const faults = parsed.error.issues.map(({ path, message }) => ({
    pointer: path.map((part) => `/${String(part)}`).join(''),
    code: 'preview-invalid',
    message,
  }))
  return { ok: false, faults }
}
