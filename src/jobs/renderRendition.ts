import type { Payload, TaskConfig } from 'payload'
import type { Rendition as Document } from '../cms/payload-types'
import { type Facts, factsSchema } from '../media/facts'
import { MediaFault } from '../media/faults'
import { planOf } from '../media/plan'
import { render } from '../media/render'
import type { RenditionSpec } from '../media/spec'
import type { StoredFile } from '../media/storage'
import { abortOnDelete } from './abortOnDelete'
import { attempt, renderRetries } from './attempt'
import { progressBook, renditionProgress } from './progress'
import type { JobContext, RenderMediaOptions, RenderOptions } from './renderMedia'

export type RenderRenditionIO = {
  input: { rendition: string; interrupted?: number | null }
  output: Record<string, never>
}

/**
 * The task `render-rendition`: makes one file for particular screens and notes what came of it. Tried again as `render-media` is, then
 * `failed`: its screens go on showing what every screen gets.
 */
export function renderRendition(options: RenderMediaOptions): TaskConfig<RenderRenditionIO> {
  return {
    slug: 'render-rendition',
    label: '生成播出版本 Render for screens',
    inputSchema: [
      { name: 'rendition', type: 'text', required: true },
      { name: 'interrupted', type: 'number' },
    ],
    retries: renderRetries,
    handler: async ({ input, job, req }) => {
      const { signal } = req.context as JobContext
      const { payload } = req
      const id = input.rendition
      await attempt({
        tried: job.totalTried ?? 0,
        interrupted: input.interrupted ?? 0,
        signal,
        async work() {
          try {
            await abortOnDelete({ collection: 'renditions', id }, signal, (stop) =>
              renderDocument(id, { ...options, payload, signal: stop }),
            )
          } catch (error) {
            if (!signal?.aborted) await save(payload, id, { state: 'waiting' })
            throw error
          }
        },
        async giveUp({ code, detail }) {
          payload.logger.error({ msg: 'rendition not made', rendition: id, code, detail })
          await save(payload, id, { state: 'failed', failure: { code, detail: detail ?? null } })
        },
      })
      return { output: {} }
    },
  }
}

async function renderDocument(id: string, { payload, storage, tools, signal }: RenderOptions) {
  const document = await payload.findByID({ collection: 'renditions', id, depth: 0, disableErrors: true })
  if (!document || document.state === 'ready' || document.state === 'failed') return
  const book = progressBook()
  const name = renditionProgress(document.key)
  try {
    book.note(name, 0)
    await save(payload, id, { state: 'processing', attempts: (document.attempts ?? 0) + 1 })
    const source = await sourceOf(document, payload)
    const spec = document.spec as RenditionSpec
    const made = await render({
      plan: planOf(spec, source?.facts ?? null),
      original: source?.original ?? null,
      sourceSeconds: source && 'seconds' in source.facts ? source.facts.seconds : null,
      storage,
      tools,
      signal,
      onProgress: (done) => book.note(name, done),
    })
    const { sha256, ext, mimeType, bytes, width, height, seconds, lufs, truePeak } = made
    const file = { sha256, ext, mimeType, bytes, width, height, seconds, lufs, truePeak }
    await save(payload, id, { state: 'ready', ...file, failure: { code: null, detail: null } })
  } finally {
    book.end(name)
  }
}

/** What it is made from; null for words alone. */
async function sourceOf(
  { media, origin }: Document,
  payload: Payload,
): Promise<{ original: StoredFile; facts: Facts } | null> {
  if (!media) return null
  const id = typeof media === 'object' ? media.id : media
  const document = await payload.findByID({ collection: 'media', id, depth: 0, disableErrors: true })
  if (!document || document.sha256 !== origin)
    throw new MediaFault('media-original-missing', { detail: String(origin) })
  return {
    original: { sha256: String(document.sha256), ext: String(document.ext) },
    facts: factsSchema.parse(document.facts),
  }
}

async function save(payload: Payload, id: string, data: Record<string, unknown>) {
  await payload.update({ collection: 'renditions', where: { id: { equals: id } }, data, depth: 0 })
}
