import type { Payload } from 'payload'
import { sooner } from '../publish/needs'
import type { ExactRendition } from '../publish/snapshot'
import { openJobs } from './renderQueue'

/** A rendition that waits for its turn. */
export type Waiting = Pick<ExactRendition, 'id' | 'key'> & { neededFrom: number | null }

/** The renditions that wait, the soonest on air first; those that are on air at no known time in the order of their making. */
export function waitingRenditions(
  renditions: Iterable<ExactRendition>,
  neededFrom: ReadonlyMap<string, number | null>,
): Waiting[] {
  return [...renditions]
    .filter(({ state, key }) => state === 'waiting' && neededFrom.has(key))
    .sort((a, b) => (a.createdAt < b.createdAt ? -1 : 1))
    .map(({ id, key }) => ({ id, key, neededFrom: neededFrom.get(key) ?? null }))
    .sort(sooner)
}

/**
 * The jobs to run next of these: a rendition gets its job when its turn has come, so that an urgent one never waits behind a
 * thousand jobs that were there before. One that failed keeps its job, and waits until that is due.
 */
export async function renditionJobs(
  payload: Payload,
  waiting: readonly Waiting[],
  { count, now, isRunning }: { count: number; now: number; isRunning: (job: string) => boolean },
): Promise<string[]> {
  if (waiting.length === 0) return []
  const open = await openRenditionJobs(payload)
  const jobs: string[] = []
  for (const { id } of waiting) {
    if (jobs.length >= count) break
    const job = open.get(id)
    if (job && (job.processing || isRunning(job.id) || job.dueAt > now)) continue
    if (job) jobs.push(job.id)
    else if (await stillWaits(payload, id)) jobs.push(await makeJob(payload, id))
  }
  return jobs
}

async function openRenditionJobs(payload: Payload) {
  const { docs } = await payload.find({
    collection: 'payload-jobs',
    where: { and: [openJobs, { taskSlug: { equals: 'render-rendition' } }] },
    depth: 0,
    pagination: false,
    overrideAccess: true,
  })
  return new Map(
    docs.map(({ id, input, processing, waitUntil }) => [
      String((input as { rendition?: string }).rendition),
      { id: String(id), processing: Boolean(processing), dueAt: waitUntil ? Date.parse(waitUntil) : 0 },
    ]),
  )
}

/** What is known of it may be a moment old. */
async function stillWaits(payload: Payload, rendition: string) {
  const where = { id: { equals: rendition }, state: { equals: 'waiting' } }
  const { totalDocs } = await payload.count({ collection: 'renditions', where })
  return totalDocs > 0
}

async function makeJob(payload: Payload, rendition: string) {
  const job = await payload.jobs.queue({ task: 'render-rendition', queue: 'media', input: { rendition } })
  return String(job.id)
}
