import type { Payload } from 'payload'
import { livenessOf } from '../displays/liveness'

export type Figures = Record<
  | 'media'
  | 'failedMedia'
  | 'contents'
  | 'inReview'
  | 'approved'
  | 'playlists'
  | 'schedules'
  | 'displays'
  | 'online'
  | 'paired',
  number
>

/** Counts what the first page tells of; `now` in UTC ms. */
export async function figuresOf(payload: Payload, now: number): Promise<Figures> {
  const count = async (
    collection: 'contents' | 'displays' | 'media' | 'playlists' | 'schedules',
    where = {},
  ) => (await payload.count({ collection, where })).totalDocs
  const { docs: states } = await payload.find({
    collection: 'display-states',
    where: { pairedAt: { exists: true }, removedAt: { exists: false } },
    select: { pairedAt: true, lastSeenAt: true },
    depth: 0,
    pagination: false,
  })
  return {
    media: await count('media'),
    failedMedia: await count('media', { state: { equals: 'failed' } }),
    contents: await count('contents'),
    inReview: await count('contents', { reviewStatus: { equals: 'in-review' } }),
    approved: await count('contents', { reviewStatus: { equals: 'approved' } }),
    playlists: await count('playlists'),
    schedules: await count('schedules', { enabled: { equals: true } }),
    displays: await count('displays'),
    paired: states.length,
    online: states.filter((state) => livenessOf(state, now) === 'online').length,
  }
}
