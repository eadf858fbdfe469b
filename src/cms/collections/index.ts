import type { CollectionConfig } from 'payload'
import { withChangesAnnounced } from '../hooks/announceChanges'
import { withReferencesKept } from '../references/withReferencesKept'
import { campaigns } from './campaigns'
import { contents } from './contents'
import { displayGroups } from './display-groups'
import { displayProfiles } from './display-profiles'
import { displayStates } from './display-states'
import { displays } from './displays'
import { mediaFolders } from './media-folders'
import { pairings } from './pairings'
import { playlists } from './playlists'
import { renditions } from './renditions'
import { withRenditions } from './renditions/withRenditions'
import { schedules } from './schedules'
import { users } from './users'

/** All collections, in the order of the navigation. `media` is handed in: where it keeps its files is for the caller to say. */
export function collections(input: {
  media: CollectionConfig
  timezone: string
  secureCookies: boolean
}): CollectionConfig[] {
  const published = [
    withRenditions(contents({ timezone: input.timezone }), 'content'),
    withRenditions(input.media, 'media'),
    mediaFolders,
    campaigns,
    playlists,
    schedules,
    displays({ timezone: input.timezone }),
    displayGroups,
    displayProfiles,
  ]
  const all = [
    ...published.map(withReferencesKept).map(withChangesAnnounced),
    users({ secureCookies: input.secureCookies }),
    displayStates,
    withChangesAnnounced(renditions),
    pairings,
  ]
  // The tab that shows a document's address in the API is of no use to an editor.
  return all.map((collection) => ({
    ...collection,
    admin: { pagination: { defaultLimit: 25 }, ...collection.admin, hideAPIURL: true },
  }))
}
