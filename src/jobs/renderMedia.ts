import type { Payload, TaskConfig } from 'payload'
import { analyse } from '../media/analyse'
import { type Facts, factsSchema } from '../media/facts'
import type { MediaFault } from '../media/faults'
import { planRenditions } from '../media/plan'
import { type Rendition, render } from '../media/render'
import type { Storage } from '../media/storage'
import type { Tools } from '../media/tools'
import { abortOnDelete } from './abortOnDelete'
import { attempt, renderRetries } from './attempt'
import { mediaProgress, progressBook } from './progress'

export type RenderMediaOptions = { storage: Storage; tools: () => Tools }

export type RenderMediaIO = {
  input: { media: string; interrupted?: number | null }
  output: Record<string, never>
}

/** What a render needs, and what ends it early. */
export type RenderOptions = RenderMediaOptions & { payload: Payload; signal: AbortSignal }

/** Aborts a running task: handed over in the context of the request that runs the job. */
export type JobContext = { signal?: AbortSignal }

/** What makes an upload show comes first; the version for screens takes longest. */
const order: Rendition['purpose'][] = ['thumbnail', 'poster', 'waveform', 'strip', 'screen']
/** How much of the work each part is, about: for the progress bar. */
const parts = { analysis: 2, screen: 6, picture: 1 }

/**
 * The task `render-media`: measures a media item, makes what the office needs of it and the version that any screen plays, then marks
 * it `ready`. A fault is tried again; after the last try the item is `failed` with the fault's code and the tool's last words, and
 * keeps what it had. Safe to run again after a crash at any point: files are stored by content.
 */
export function renderMedia(options: RenderMediaOptions): TaskConfig<RenderMediaIO> {
  return {
    slug: 'render-media',
    label: '处理素材 Render media',
    inputSchema: [
      { name: 'media', type: 'text', required: true },
      { name: 'interrupted', type: 'number' },
    ],
    retries: renderRetries,
    handler: async ({ input, job, req }) => {
      const { signal } = req.context as JobContext
      const { payload } = req
      const { media: id } = input
      await attempt({
        tried: job.totalTried ?? 0,
        interrupted: input.interrupted ?? 0,
        signal,
        work: () =>
          abortOnDelete({ collection: 'media', id }, signal, (stop) =>
            renderItem(id, { ...options, payload, signal: stop }),
          ),
        giveUp: (fault) => markFailed(payload, id, fault),
      })
      return { output: {} }
    },
  }
}

async function renderItem(id: string, { payload, storage, tools, signal }: RenderOptions) {
  const doc = await payload.findByID({ collection: 'media', id, depth: 0, disableErrors: true })
  if (!doc || doc.state === 'ready') return
  const original = { sha256: String(doc.sha256), ext: String(doc.ext) }
  const book = progressBook()
  const name = mediaProgress(id)
  try {
    book.note(name, 0)
    const stored = factsSchema.parse(doc.facts)
    const sourceSeconds = 'seconds' in stored ? stored.seconds : null
    const common = { original, sourceSeconds, storage, tools, signal }
    const plans = planRenditions(stored).sort((a, b) => order.indexOf(a.purpose) - order.indexOf(b.purpose))
    const [first] = plans
    let renditions = (doc.renditions ?? []) as Rendition[]
    if (first && sourceSeconds !== null && !renditions.some(({ purpose }) => purpose === first.purpose)) {
      const picture = await render({ ...common, plan: first })
      await save(payload, id, { renditions: [...renditions, picture] })
      await queueRest(payload, id)
      return
    }

    const whole = plans.reduce((sum, plan) => sum + weightOf(plan), isMeasured(stored) ? 0 : parts.analysis)
    let done = 0
    const partly = (weight: number) => (part: number) => book.note(name, (done + weight * part) / whole)
    const facts = await measured(stored, partly(parts.analysis))
    if (facts !== stored) done += parts.analysis
    for (const plan of plans) {
      const made = await render({ ...common, plan, onProgress: partly(weightOf(plan)) })
      done += weightOf(plan)
      renditions = [...renditions.filter(({ purpose }) => purpose !== made.purpose), made]
    }
    await save(payload, id, { state: 'ready', facts, renditions, failure: { code: null, detail: null } })
  } finally {
    book.end(name)
  }

  async function measured(facts: Facts, onProgress: (part: number) => void): Promise<Facts> {
    if (isMeasured(facts) || (facts.kind !== 'video' && facts.kind !== 'audio')) return facts
    const path = await storage.localPath(original)
    return { ...facts, analysis: await analyse(path, facts, { tools: tools(), signal, onProgress }) }
  }
}

/** A film or song shows in lists first; the rest takes its turn behind the first pictures of whatever else was uploaded. */
async function queueRest(payload: Payload, id: string) {
  await payload.jobs.queue({ task: 'render-media', queue: 'media', input: { media: id } })
}

function weightOf({ purpose }: { purpose: Rendition['purpose'] }) {
  return purpose === 'screen' ? parts.screen : parts.picture
}

/** Pictures and documents have nothing that only a decode to the end tells. */
function isMeasured(facts: Facts) {
  return facts.kind === 'image' || facts.kind === 'document' || facts.analysis !== undefined
}

async function markFailed(payload: Payload, id: string, { code, detail }: MediaFault) {
  payload.logger.error({ msg: 'media not rendered', media: id, code, detail })
  await save(payload, id, { state: 'failed', failure: { code, detail: detail ?? null } })
}

async function save(payload: Payload, id: string, data: Record<string, unknown>) {
  await payload.update({ collection: 'media', where: { id: { equals: id } }, data, depth: 0 })
}
