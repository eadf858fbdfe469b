import type { Payload } from 'payload'
import { openJobs } from './renderQueue'

/**
 * Puts right what a crash left: jobs that were running are due again, one try the poorer; media items that wait without
 * a job get one. Call it before the queue starts.
 */
export async function recoverJobs(payload: Payload): Promise<void> {
  const find = { depth: 0, pagination: false, overrideAccess: true } as const
  const { docs: open } = await payload.find({ collection: 'payload-jobs', where: openJobs, ...find })
  for (const job of open.filter(({ processing }) => processing)) {
    const data = { processing: false, totalTried: (job.totalTried ?? 0) + 1 }
    await payload.db.updateOne({ collection: 'payload-jobs', id: job.id, data })
  }

  const queued = new Set(open.map(({ input }) => (input as { media?: string })?.media))
  const waiting = { state: { equals: 'processing' } }
  const { docs: items } = await payload.find({ collection: 'media', where: waiting, ...find })
  for (const { id } of items) {
    if (queued.has(String(id))) continue
    await payload.jobs.queue({ task: 'render-media', queue: 'media', input: { media: String(id) } })
  }
}
