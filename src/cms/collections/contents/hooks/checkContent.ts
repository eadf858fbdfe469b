import type { PayloadRequest } from 'payload'
import { idOf } from '../../../faults/idOf'
import { checked } from '../../../hooks/checked'
import { type ContentDraft, contentFaults } from '../faults'
import type { MediaKind } from '../kinds'

/** Refuses a content that could not be shown, or not in the way it says. */
export const checkContent = checked<ContentDraft>(async (content, req) =>
  contentFaults(content, {
    media: await fileOf(content.media, req),
    cover: await fileOf(content.cover, req),
  }),
)

async function fileOf(value: unknown, req: PayloadRequest) {
  const id = idOf(value)
  if (!id) return null
  const media = await req.payload.findByID({ collection: 'media', id, depth: 0, disableErrors: true, req })
  if (!media) return null
  const { pages } = (media.facts ?? {}) as { pages?: unknown[] }
  return { kind: media.kind as MediaKind, state: String(media.state), pages: pages?.length }
}
