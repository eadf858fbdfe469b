import type { CollectionBeforeChangeHook } from 'payload'
import { idOf } from '../../../faults/idOf'
import { mediaKindsOf } from '../kinds'

const usualSeconds = 10

/** Gives a content without a length the length of its video or song, or ten seconds. */
export const fillSeconds: CollectionBeforeChangeHook = async ({ data, originalDoc, req }) => {
  const content = { ...originalDoc, ...data }
  if (content.seconds != null && !followsOtherMedia(content, originalDoc)) return data
  const lasts = mediaKindsOf(content.kind).some((kind) => kind === 'video' || kind === 'audio')
  if (!lasts) return { ...data, seconds: content.seconds ?? usualSeconds }
  const id = idOf(content.media)
  const media =
    id && (await req.payload.findByID({ collection: 'media', id, depth: 0, disableErrors: true, req }))
  const seconds = (media && (media.facts as { seconds?: number } | null)?.seconds) || null
  return { ...data, seconds: seconds === null ? (content.seconds ?? null) : toMilliseconds(seconds) }
}

/** Whether the file was changed and the length left as it was: then it was the old file's. */
function followsOtherMedia(content: Record<string, unknown>, before: Record<string, unknown> | undefined) {
  if (!before) return false
  return idOf(content.media) !== idOf(before.media) && content.seconds === before.seconds
}

function toMilliseconds(seconds: number) {
  return Math.max(0.1, Math.round(seconds * 1000) / 1000)
}
