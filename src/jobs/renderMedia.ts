import type { Payload, PayloadRequest, TaskConfig } from 'payload'
import { factsSchema } from '../media/facts'
import { MediaFault, type MediaFaultCode } from '../media/faults'
import { planRenditions } from '../media/plan'
import { type Rendition, render } from '../media/render'
import type { Storage } from '../media/storage'
import type { Tools } from '../media/tools'

export type RenderMediaOptions = { storage: Storage; tools: () => Tools }

export type RenderMediaIO = { input: { media: string }; output: Record<string, never> }

/** Tries after the first; 5, 10 and 20 seconds apart. */
export const RENDER_RETRIES = 3
const FIRST_DELAY_MS = 5000

/** Trying again does not change these. */
const lasting: ReadonlySet<MediaFaultCode> = new Set([
  'media-damaged',
  'media-original-missing',
  'media-tool-missing',
])

/**
 * The task `render-media`: makes every planned rendition of a media item, then marks it `ready`. A fault is tried again; after the
 * last try the item is `failed` with the fault's code and the tool's last words. Safe to run again after a crash at any point:
 * renditions are stored by content.
 */
export function renderMedia(options: RenderMediaOptions): TaskConfig<RenderMediaIO> {
  return {
    slug: 'render-media',
    label: '生成播出版本 Render media',
    inputSchema: [{ name: 'media', type: 'text', required: true }],
    retries: { attempts: RENDER_RETRIES, backoff: { type: 'exponential', delay: FIRST_DELAY_MS } },
    handler: async ({ input, job, req }) => {
      const tried = job.totalTried ?? 0
      const done = { output: {} }
      try {
        if (tried > RENDER_RETRIES)
          throw new MediaFault('media-render-failed', { detail: 'interrupted at every try' })
        await renderItem(input.media, options, req)
      } catch (error) {
        const fault = error instanceof MediaFault ? error : null
        if (fault && (lasting.has(fault.code) || tried >= RENDER_RETRIES)) {
          await markFailed(req.payload, input.media, fault)
          return done
        }
        if (tried >= RENDER_RETRIES)
          await markFailed(
            req.payload,
            input.media,
            new MediaFault('media-render-failed', { detail: String(error) }),
          )
        throw error
      }
      return done
    },
  }
}

/** Aborts a running task: handed over in the context of the request that runs the job. */
type JobContext = { signal?: AbortSignal }

async function renderItem(id: string, { storage, tools }: RenderMediaOptions, req: PayloadRequest) {
  const { payload } = req
  const doc = await payload.findByID({
    collection: 'media',
    id,
    depth: 0,
    disableErrors: true,
    overrideAccess: true,
  })
  if (!doc || doc.state === 'ready') return
  const facts = factsSchema.parse(doc.facts)
  const original = { sha256: String(doc.sha256), ext: String(doc.ext) }
  const sourceSeconds = 'seconds' in facts ? facts.seconds : null
  const { signal } = req.context as JobContext
  const common = { original, sourceSeconds, storage, tools, ...(signal && { signal }) }

  const renditions: Rendition[] = []
  for (const plan of planRenditions(facts)) renditions.push(await render({ ...common, plan }))
  await save(payload, id, { state: 'ready', renditions, failure: { code: null, detail: null } })
}

async function markFailed(payload: Payload, id: string, { code, detail }: MediaFault) {
  payload.logger.error({ msg: 'media not rendered', media: id, code, detail })
  await save(payload, id, { state: 'failed', failure: { code, detail: detail ?? null } })
}

async function save(payload: Payload, id: string, data: Record<string, unknown>) {
  await payload.update({
    collection: 'media',
    where: { id: { equals: id } },
    data,
    depth: 0,
    overrideAccess: true,
  })
}
