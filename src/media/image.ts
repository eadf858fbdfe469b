import sharp, { type Metadata } from 'sharp'
import { aigcOfXmp } from './aigc'
import { tracesOf } from './exif'
import type { ImageFacts } from './facts'
import { MediaFault } from './faults'
import { profileName } from './profile-name'

/** 100 megapixels: a poster of a metre at 250 dpi; decoded it takes 400 MB at most. */
export const MAX_PIXELS = 100_000_000

const DECODE_SECONDS = 60

/** Clockwise degrees to be seen upright, by EXIF orientation less one. */
const rotations = [0, 0, 180, 180, 270, 90, 90, 270]

const bits: Record<string, number> = {
  uchar: 8,
  char: 8,
  ushort: 16,
  short: 16,
  uint: 32,
  int: 32,
  float: 32,
}

/** Facts of an image from its head alone. `pages` counts the frames of an animation. Throws as `inspectImage` does. */
export async function readImageHead(path: string): Promise<{ facts: ImageFacts; pages: number }> {
  const metadata = await decoding(() => sharp(path, { limitInputPixels: false, failOn: 'error' }).metadata())
  const { width, height } = metadata.autoOrient
  if (!width || !height) throw new MediaFault('media-damaged', { detail: 'no picture' })
  if (width * height > MAX_PIXELS)
    throw new MediaFault('media-too-many-pixels', { detail: `${width}×${height}` })

  const aigc = aigcLabel(metadata)
  const profile = metadata.icc && profileName(metadata.icc)
  const facts: ImageFacts = {
    kind: 'image',
    width,
    height,
    format: formatOf(metadata),
    hasAlpha: metadata.hasAlpha,
    rotation: rotations[(metadata.orientation ?? 1) - 1] ?? 0,
    bitDepth: metadata.bitsPerSample ?? bits[metadata.depth] ?? 8,
    space: metadata.space,
    ...(profile && { profile }),
    traces: tracesOf(metadata),
    ...(aigc && { aigc }),
  }
  return { facts, pages: metadata.pages ?? 1 }
}

/**
 * Facts of an image, decoded to its last line so that a truncated one is refused. `pages` counts the frames of an animation.
 * Throws MediaFault: `media-damaged`, `media-too-many-pixels`.
 */
export async function inspectImage(path: string): Promise<{ facts: ImageFacts; pages: number }> {
  const { facts, pages } = await readImageHead(path)
  const limited = { limitInputPixels: MAX_PIXELS, failOn: 'error', sequentialRead: true } as const
  const { isOpaque } = await decoding(() => sharp(path, limited).timeout({ seconds: DECODE_SECONDS }).stats())
  return { facts: { ...facts, hasAlpha: facts.hasAlpha && !isOpaque }, pages }
}

async function decoding<T>(work: () => Promise<T>) {
  try {
    return await work()
  } catch (cause) {
    throw new MediaFault('media-damaged', { detail: (cause as Error).message, cause })
  }
}

/** AVIF and HEIC come in the same container. */
function formatOf({ format, compression }: Metadata) {
  if (format !== 'heif') return format
  return compression === 'hevc' ? 'heic' : 'avif'
}

/** In a PNG text chunk, in XMP, or as JSON among the EXIF (UserComment). GB 45438-2025, annex E. */
function aigcLabel({ xmpAsString, comments, exif }: Metadata) {
  const chunk = comments?.find(({ keyword }) => keyword === 'AIGC')?.text
  if (chunk) return chunk
  const [, json] = exif?.toString('latin1').match(/\{\s*"AIGC"\s*:\s*(\{[^{}]*\})\s*\}/) ?? []
  return aigcOfXmp(xmpAsString) ?? (json && Buffer.from(json, 'latin1').toString('utf8'))
}
