import type { Payload } from 'payload'
import type { WorkingCalendar } from '../cms/calendar/correctedCalendar'
import { workingCalendarSlug } from '../cms/globals/working-calendar/slug'
import type {
  Content,
  Display,
  DisplayProfile,
  Media,
  Playlist,
  Rendition,
  Schedule,
} from '../cms/payload-types'
import { workingCalendar } from '../cms/workingCalendar'
import { loadAll } from './load-all'

/** The documents that decide what displays play, by id, as they stand in the database. */
type Documents = {
  media: Map<string, Media>
  contents: Map<string, Content>
  playlists: Map<string, Playlist>
  schedules: Map<string, Schedule>
  displays: Map<string, Display>
  'display-profiles': Map<string, DisplayProfile>
}

/** What is known of a file made for particular screens; what it is made to is worked out anew from what needs it. */
export type ExactRendition = Omit<Rendition, 'spec'>

export type Snapshot = Documents & {
  /** By the key of their derivation. */
  renditions: Map<string, ExactRendition>
  /** The published calendar with the office's corrections. */
  calendar: WorkingCalendar
}

/** The collections, and the global that holds the calendar's corrections. */
export type WatchedCollection = keyof Documents | 'renditions' | typeof workingCalendarSlug

const collections: (keyof Documents)[] = [
  'media',
  'contents',
  'playlists',
  'schedules',
  'displays',
  'display-profiles',
]

/** Of a rendition all but the longest field is kept. */
const ofRendition = { spec: false } as const

export function isWatched(collection: string): collection is WatchedCollection {
  return ['renditions', workingCalendarSlug, ...collections].includes(collection)
}

export async function loadSnapshot(payload: Payload): Promise<Snapshot> {
  const entries: [keyof Documents, Map<string, { id: string }>][] = []
  for (const slug of collections) entries.push([slug, await loadAll(payload, slug)])
  const documents = Object.fromEntries(entries) as unknown as Documents
  const renditions = await loadAll<ExactRendition>(payload, 'renditions', ofRendition)
  const byKey = new Map([...renditions.values()].map((rendition) => [rendition.key, rendition]))
  return { ...documents, renditions: byKey, calendar: await loadCalendar(payload) }
}

/** Reads one document anew; one that is gone leaves the snapshot. */
export async function refreshDocument(
  payload: Payload,
  snapshot: Snapshot,
  collection: WatchedCollection,
  id: string,
): Promise<void> {
  if (collection === workingCalendarSlug) {
    snapshot.calendar = await loadCalendar(payload)
    return
  }
  if (collection === 'renditions') {
    const options = { depth: 0, disableErrors: true, select: ofRendition } as const
    const rendition = await payload.findByID({ collection, id, ...options })
    if (rendition) snapshot.renditions.set(rendition.key, rendition)
    else for (const [key, gone] of snapshot.renditions) if (gone.id === id) snapshot.renditions.delete(key)
    return
  }
  const documents = snapshot[collection] as Map<string, unknown>
  const document = await payload.findByID({ collection, id, depth: 0, disableErrors: true })
  if (document) documents.set(id, document)
  else documents.delete(id)
}

async function loadCalendar(payload: Payload): Promise<WorkingCalendar> {
  return workingCalendar(await payload.findGlobal({ slug: workingCalendarSlug, depth: 0 }))
}
