import { z } from 'zod'
import { runDecoder } from './decoder'
import { MAX_PIXELS } from './image'

const TIMEOUT_MS = 60_000

const size = z.object({ width: z.number(), height: z.number() })

export type HeicPicture = {
  path: string
  /** Where a picture of the same pixels is written that sharp reads: a TIFF, upright, with its colour profile. Null: nowhere. */
  target: string | null
  signal?: AbortSignal | undefined
}

/**
 * Decodes the main picture of a HEIC or HEIF file, as telephones take them, in a process of its own, and returns its size.
 * sharp's own libheif has no HEVC. Throws MediaFault: `media-damaged`, `media-too-many-pixels`, `media-too-complex`.
 */
export async function decodeHeic({ path, target, signal }: HeicPicture): Promise<z.infer<typeof size>> {
  const input = { path, target, maxPixels: MAX_PIXELS }
  return size.parse(await runDecoder({ command: 'heic', input, timeoutMs: TIMEOUT_MS, signal }))
}
