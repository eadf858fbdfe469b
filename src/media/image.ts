import sharp, { type Metadata } from 'sharp'
import type { ImageFacts } from './facts'
import { MediaFault } from './faults'

/** 100 megapixels: a poster of a metre at 250 dpi; decoded it takes 400 MB at most. */
export const MAX_PIXELS = 100_000_000

const DECODE_SECONDS = 60

/**
 * Facts of an image, decoded to its last line so that a truncated one is refused. `pages` counts the frames of an animation.
 * Throws MediaFault: `media-damaged`, `media-too-many-pixels`.
 */
export async function inspectImage(path: string): Promise<{ facts: ImageFacts; pages: number }> {
  const options = { limitInputPixels: false, failOn: 'error' } as const
  const metadata = await decoding(() => sharp(path, options).metadata())
  const { width, height } = metadata.autoOrient
  if (!width || !height) throw new MediaFault('media-damaged', { detail: 'no picture' })
  if (width * height > MAX_PIXELS)
    throw new MediaFault('media-too-many-pixels', { detail: `${width}×${height}` })

  const limited = { ...options, limitInputPixels: MAX_PIXELS, sequentialRead: true }
  const { isOpaque } = await decoding(() => sharp(path, limited).timeout({ seconds: DECODE_SECONDS }).stats())
  const aigc = aigcLabel(metadata)
  const facts: ImageFacts = {
    kind: 'image',
    width,
    height,
    format: metadata.format,
    hasAlpha: metadata.hasAlpha && !isOpaque,
    ...(aigc && { aigc }),
  }
  return { facts, pages: metadata.pages ?? 1 }
}

async function decoding<T>(work: () => Promise<T>) {
  try {
    return await work()
  } catch (cause) {
    throw new MediaFault('media-damaged', { detail: (cause as Error).message, cause })
  }
}

/** The AI label sits in XMP (`AIGC` as element or attribute) or in a PNG text chunk. GB 45438-2025, annex E. */
function aigcLabel({ xmpAsString, comments }: Metadata) {
  const chunk = comments?.find(({ keyword }) => keyword === 'AIGC')?.text
  if (chunk) return chunk
  const [, attribute, element] = xmpAsString?.match(/AIGC=["']([^"']*)["']|AIGC>([^<]*)</) ?? []
  return attribute ?? element
}
