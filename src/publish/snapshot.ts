import type { Payload } from 'payload'
import type { Content, Display, DisplayProfile, Media, Playlist, Schedule } from '../cms/payload-types'

/** The documents that decide what displays play, by id, as they stand in the database. */
export type Snapshot = {
  media: Map<string, Media>
  contents: Map<string, Content>
  playlists: Map<string, Playlist>
  schedules: Map<string, Schedule>
  displays: Map<string, Display>
  'display-profiles': Map<string, DisplayProfile>
}

export type WatchedCollection = keyof Snapshot

const watched: WatchedCollection[] = [
  'media',
  'contents',
  'playlists',
  'schedules',
  'displays',
  'display-profiles',
]

export function isWatched(collection: string): collection is WatchedCollection {
  return (watched as string[]).includes(collection)
}

export async function loadSnapshot(payload: Payload): Promise<Snapshot> {
  const entries = await Promise.all(
    watched.map(async (slug) => [slug, await loadAll(payload, slug)] as const),
  )
  return Object.fromEntries(entries) as unknown as Snapshot
}

/** Reads one document anew; one that is gone leaves the snapshot. */
export async function refreshDocument(
  payload: Payload,
  snapshot: Snapshot,
  collection: WatchedCollection,
  id: string,
): Promise<void> {
  const documents = snapshot[collection] as Map<string, unknown>
  const document = await payload.findByID({ collection, id, depth: 0, disableErrors: true })
  if (document) documents.set(id, document)
  else documents.delete(id)
}

/** Straight from the adapter: hooks and access control cost seconds where there are 10,000 displays, and change nothing here. */
async function loadAll(payload: Payload, collection: WatchedCollection) {
  const { docs } = await payload.db.find<{ id: string }>({ collection, pagination: false, limit: 0 })
  return new Map(docs.map((document) => [String(document.id), document]))
}
