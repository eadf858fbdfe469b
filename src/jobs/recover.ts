import type { Payload, Where } from 'payload'
import { openJobs } from './renderQueue'

type Input = { media?: string; rendition?: string; interrupted?: number }

/**
 * Puts right what a crash left: jobs that were running are due again, with a note that they were cut short; media items that wait
 * without a job get one, and renditions in the making wait again. Call it before the queue starts.
 */
export async function recoverJobs(payload: Payload): Promise<void> {
  const find = { depth: 0, pagination: false, overrideAccess: true } as const
  const { docs: open } = await payload.find({ collection: 'payload-jobs', where: openJobs, ...find })
  for (const { id, processing, input } of open) {
    if (!processing) continue
    const { interrupted = 0, ...rest } = input as Input
    const data = { processing: false, input: { ...rest, interrupted: interrupted + 1 } }
    await payload.db.updateOne({ collection: 'payload-jobs', id, data })
  }

  const queued = new Set(open.map(({ input }) => (input as Input | null)?.media))
  const unfinished = { state: { equals: 'processing' } }
  const { docs: items } = await payload.find({ collection: 'media', where: unfinished, ...find })
  for (const { id } of items) {
    if (queued.has(String(id))) continue
    await payload.jobs.queue({ task: 'render-media', queue: 'media', input: { media: String(id) } })
  }
}

/** Renditions that a crash found in the making wait again; a job whose rendition is gone goes too. */
export async function recoverRenditions(payload: Payload): Promise<void> {
  const find = { depth: 0, pagination: false } as const
  const unfinished = { state: { equals: 'processing' } }
  await payload.update({ collection: 'renditions', where: unfinished, data: { state: 'waiting' }, depth: 0 })

  const where: Where = { and: [openJobs, { taskSlug: { equals: 'render-rendition' } }] }
  const { docs: open } = await payload.find({ collection: 'payload-jobs', where, ...find })
  const wanted = open.map(({ input }) => String((input as Input).rendition))
  const known = await payload.find({
    collection: 'renditions',
    where: { id: { in: wanted } },
    select: {},
    ...find,
  })
  const there = new Set(known.docs.map(({ id }) => id))
  for (const { id, input } of open) {
    if (there.has(String((input as Input).rendition))) continue
    await payload.db.deleteOne({ collection: 'payload-jobs', where: { id: { equals: id } } })
  }
}
