import { createLocalReq, type Payload, type Where } from 'payload'

export type RenderQueue = {
  /** Starts due jobs while there are free places. */
  kick(): void
  /** Settles when nothing runs and nothing is due. */
  idle(): Promise<void>
  /** Aborts what runs, and starts nothing more. */
  stop(): Promise<void>
}

export type RenderQueueOptions = {
  /** Renders at a time. */
  places: number
  now: () => number
  /** The jobs to run next of renditions for particular screens, at most `count`, by id; asked only while places are free. */
  renditionJobs?: (count: number, isRunning: (job: string) => boolean) => Promise<string[]>
}

/**
 * Runs due jobs of the queue `media`, at most `places` at a time: what makes an upload show first, oldest first, then renditions for
 * particular screens. Payload's own runner waits for a whole batch before it takes the next job; here a long video does not hold
 * up the posters behind it.
 */
export function renderQueue(payload: Payload, options: RenderQueueOptions): RenderQueue {
  const { places, now, renditionJobs = async () => [] } = options
  const running = new Map<string, Promise<void>>()
  const abort = new AbortController()
  let filling = Promise.resolve()

  return {
    kick,
    async idle() {
      kick()
      await filling
      while (running.size > 0) {
        await Promise.race(running.values())
        await filling
      }
    },
    async stop() {
      abort.abort(new Error('the server is stopping'))
      await filling
      await Promise.allSettled(running.values())
    },
  }

  function kick() {
    filling = filling.then(fill).catch((err: unknown) => payload.logger.error({ err, msg: 'render queue' }))
  }

  async function fill() {
    if (abort.signal.aborted || running.size >= places) return
    start(await dueUploads(payload, places + running.size, now()))
    const free = places - running.size
    if (free > 0) start(await renditionJobs(free, (job) => running.has(job)))
  }

  function start(jobs: string[]) {
    for (const id of jobs) {
      if (running.size >= places || abort.signal.aborted) return
      if (!running.has(id)) running.set(id, run(id))
    }
  }

  async function run(id: string) {
    try {
      const req = await createLocalReq({ context: { signal: abort.signal } }, payload)
      await payload.jobs.runByID({ id, req, silent: { info: true } })
    } catch (err) {
      payload.logger.error({ err, msg: 'render job', job: id })
    } finally {
      running.delete(id)
      kick()
    }
  }
}

async function dueUploads(payload: Payload, limit: number, now: number) {
  const due: Where = {
    or: [{ waitUntil: { exists: false } }, { waitUntil: { less_than: new Date(now).toISOString() } }],
  }
  const where: Where = {
    and: [openJobs, { taskSlug: { equals: 'render-media' } }, { processing: { not_equals: true } }, due],
  }
  const { docs } = await payload.find({
    collection: 'payload-jobs',
    where,
    sort: 'createdAt',
    limit,
    depth: 0,
    pagination: false,
    overrideAccess: true,
  })
  return docs.map(({ id }) => String(id))
}

/** Neither done nor given up. */
export const openJobs: Where = {
  and: [
    { queue: { equals: 'media' } },
    { completedAt: { exists: false } },
    { hasError: { not_equals: true } },
  ],
}
