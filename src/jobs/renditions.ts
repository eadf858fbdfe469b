import type { Payload } from 'payload'
import type { ProgressReport } from '../cms/admin/media/progress/report'
import type { Need } from '../publish/needs'
import type { Publisher } from '../publish/publisher'
import { progressBook } from './progress'
import { renditionJobs, waitingRenditions } from './renditionJobs'
import { type ProgressAsked, reportProgress } from './reportProgress'

export type RenditionKeeperOptions = {
  payload: Payload
  publisher: Pick<Publisher, 'needs' | 'onCompiled' | 'snapshot'>
  /** UTC ms. */
  now: () => number
  /** Starts renders, once there are some to make. */
  kick: () => void
}

export type RenditionKeeper = {
  /** For the queue: see `renditionJobs`. */
  jobs(count: number, isRunning: (job: string) => boolean): Promise<string[]>
  /** The renditions that displays needed when last looked. */
  needs(): readonly Need[]
  /** How far media items and contents are, with what is made of them: see `reportProgress`. */
  report(asked: ProgressAsked): ProgressReport
  /** Settles once the collection is in step with the needs known so far. */
  idle(): Promise<void>
  stop(): Promise<void>
}

/** How exact the note is of when a display last needed a rendition: nothing is collected sooner. */
const NOTED_EVERY_MS = 12 * 3_600_000
const CHUNK = 200

/**
 * Keeps the collection `renditions` in step with what displays need, each time that changes were published: missing ones are noted as
 * waiting, and one that waits and is needed no more is dropped. What is made stays, and is collected when it was long not needed.
 */
export function keepRenditions({ payload, publisher, now, kick }: RenditionKeeperOptions): RenditionKeeper {
  let known: readonly Need[] = []
  let neededFrom: ReadonlyMap<string, number | null> = new Map()
  const notedAt = new Map<string, number>()
  let work: Promise<void> = Promise.resolve()
  let asked = false
  let stopped = false
  const forget = publisher.onCompiled(sync)
  sync()

  return {
    jobs: (count, isRunning) => renditionJobs(payload, waiting(), { count, now: now(), isRunning }),
    needs: () => known,
    report: (asked) =>
      reportProgress({
        asked,
        snapshot: publisher.snapshot(),
        needs: known,
        waiting: waiting(),
        book: progressBook(),
      }),
    idle: () => work,
    async stop() {
      stopped = true
      forget()
      await work
    },
  }

  function waiting() {
    return waitingRenditions(publisher.snapshot().renditions.values(), neededFrom)
  }

  /** Once more after what runs now, however often it is asked for meanwhile. */
  function sync() {
    if (asked) return
    asked = true
    work = work
      .then(keepInStep)
      .catch((err: unknown) => payload.logger.error({ err, msg: 'renditions not kept in step' }))
  }

  async function keepInStep() {
    asked = false
    if (stopped) return
    known = await publisher.needs()
    neededFrom = new Map(known.map((need) => [need.key, need.neededFrom]))
    const made = publisher.snapshot().renditions
    for (const need of known) if (!stopped && !made.has(need.key)) await noteMissing(need)
    const dropped = [...made.values()].filter(({ state, key }) => state === 'waiting' && !neededFrom.has(key))
    for (const { id } of dropped)
      await payload.delete({ collection: 'renditions', where: { id: { equals: id } } })
    await noteNeeded()
    kick()
  }

  /** The snapshot follows within a moment: a need that is met already is looked up first. */
  async function noteMissing({ key, spec, origin, media, content, neededFrom: from }: Need) {
    const { totalDocs } = await payload.count({ collection: 'renditions', where: { key: { equals: key } } })
    if (totalDocs > 0) return
    const size = 'width' in spec ? { width: spec.width, height: spec.height } : {}
    const times = { neededFrom: isoOrNull(from), neededAt: new Date(now()).toISOString() }
    notedAt.set(key, now())
    await payload.create({
      collection: 'renditions',
      data: { key, spec, origin, media, content, state: 'waiting', attempts: 0, ...size, ...times },
      depth: 0,
    })
  }

  /** Straight in the database: nothing that anybody follows has changed. */
  async function noteNeeded() {
    const at = now()
    const due = known.map(({ key }) => key).filter((key) => at - (notedAt.get(key) ?? 0) >= NOTED_EVERY_MS)
    for (let start = 0; start < due.length; start += CHUNK) {
      const keys = due.slice(start, start + CHUNK)
      await payload.db.updateMany({
        collection: 'renditions',
        where: { key: { in: keys } },
        data: { neededAt: new Date(at).toISOString() },
        returning: false,
      })
      for (const key of keys) notedAt.set(key, at)
    }
  }
}

function isoOrNull(at: number | null) {
  return at === null ? null : new Date(at).toISOString()
}
