import type { Payload } from 'payload'
import type { WorkingCalendar } from '../cms/calendar/correctedCalendar'
import { workingCalendarSlug } from '../cms/globals/working-calendar/slug'
import type { Content, Display, DisplayProfile, Media, Playlist, Schedule } from '../cms/payload-types'
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

export type Snapshot = Documents & {
  /** The published calendar with the office's corrections. */
  calendar: WorkingCalendar
}

/** The collections, and the global that holds the calendar's corrections. */
export type WatchedCollection = keyof Documents | typeof workingCalendarSlug

const collections: (keyof Documents)[] = [
  'media',
  'contents',
  'playlists',
  'schedules',
  'displays',
  'display-profiles',
]

export function isWatched(collection: string): collection is WatchedCollection {
  return collection === workingCalendarSlug || (collections as string[]).includes(collection)
}

export async function loadSnapshot(payload: Payload): Promise<Snapshot> {
  const entries: [keyof Documents, Map<string, { id: string }>][] = []
  for (const slug of collections) entries.push([slug, await loadAll(payload, slug)])
  const documents = Object.fromEntries(entries) as unknown as Documents
  return { ...documents, calendar: await loadCalendar(payload) }
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
  const documents = snapshot[collection] as Map<string, unknown>
  const document = await payload.findByID({ collection, id, depth: 0, disableErrors: true })
  if (document) documents.set(id, document)
  else documents.delete(id)
}

async function loadCalendar(payload: Payload): Promise<WorkingCalendar> {
  return workingCalendar(await payload.findGlobal({ slug: workingCalendarSlug, depth: 0 }))
}
