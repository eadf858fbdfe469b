import { readFile, stat } from 'node:fs/promises'
import { fileTypeFromFile } from 'file-type'
import { z } from 'zod'
import { runDecoder } from './decoder'
import type { Facts } from './facts'
import { MediaFault } from './faults'
import { hashFile } from './hash'
import { decodeHeic } from './heic'
import { inspectImage, MAX_PIXELS, readImageHead } from './image'
import { inspectPdf } from './pdf'
import { probe } from './probe'
import { judgeSvg } from './svg'
import type { Tools } from './tools'
import { acceptedTypes } from './types'

/** An accepted original: what it is by its content, whatever its name says. */
export type Inspected = {
  sha256: string
  /** The extension it is stored under. */
  ext: string
  mimeType: string
  bytes: number
  facts: Facts
}

const SVG_MAX_BYTES = 10_000_000
/** A drawing takes some ten milliseconds. */
const SVG_TIMEOUT_MS = 15_000

const opaque = z.object({ isOpaque: z.boolean() })

/**
 * Reads a file to its end and says what it is; `sha256` spares the hashing where it was done already. Throws MediaFault: `media-empty`, `media-too-large`, `media-type-refused`,
 * `media-damaged`, `media-locked`, `media-svg-unsafe`, `media-too-many-pixels`, `media-too-many-pages`, `media-too-long`,
 * `media-too-complex`.
 */
export async function inspect(
  path: string,
  { tools, maxBytes, sha256 }: { tools: () => Tools; maxBytes: number; sha256?: string },
): Promise<Inspected> {
  const { size: bytes } = await stat(path)
  if (bytes === 0) throw new MediaFault('media-empty')
  if (bytes > maxBytes) throw new MediaFault('media-too-large', { detail: `${bytes} > ${maxBytes}` })

  const { ext, mimeType, facts } = await recognise(path, bytes, tools)
  return { sha256: sha256 ?? (await hashFile(path)), ext, mimeType, bytes, facts }
}

async function recognise(
  path: string,
  bytes: number,
  tools: () => Tools,
): Promise<Omit<Inspected, 'sha256' | 'bytes'>> {
  const found = await fileTypeFromFile(path)
  if (!found || found.mime === 'application/xml') return inspectSvg(path, bytes)

  const type = acceptedTypes[found.mime]
  if (!type) throw new MediaFault('media-type-refused', { detail: found.mime })
  const { ext, mimeType } = type
  switch (type.family) {
    case 'document':
      return { ext, mimeType, facts: await inspectPdf(path, bytes) }
    case 'heif':
      return { ext, mimeType, facts: await inspectHeif(path) }
    case 'image': {
      const { facts, pages } = await inspectImage(path)
      if (ext !== 'gif' || pages === 1) return { ext, mimeType, facts }
    }
  }
  const facts = await probe(path, tools().ffprobe, { bytes })
  return { ext, mimeType: matchFamily(mimeType, facts.kind), facts }
}

/** Decoded once to the end, as every picture is: HEVC by libheif, AV1 by sharp. */
async function inspectHeif(path: string): Promise<Facts> {
  const { facts } = await readImageHead(path)
  if (facts.format !== 'heic') return (await inspectImage(path)).facts
  await decodeHeic({ path, target: null })
  return facts
}

/** Whatever is not known by its first bytes is an SVG or nothing that is accepted. */
async function inspectSvg(path: string, bytes: number): Promise<Omit<Inspected, 'sha256' | 'bytes'>> {
  if (bytes > SVG_MAX_BYTES) throw new MediaFault('media-type-refused', { detail: 'unknown' })
  const text = decodeUtf8(await readFile(path))
  if (text === null || !/<svg[\s>]/.test(text))
    throw new MediaFault('media-type-refused', { detail: 'unknown' })
  const verdict = judgeSvg(text)
  if (!verdict.ok) throw new MediaFault(verdict.code, { detail: verdict.detail })
  const { facts } = await readImageHead(path)
  const input = { path, maxPixels: MAX_PIXELS }
  const drawn = await runDecoder({ command: 'svg', input, timeoutMs: SVG_TIMEOUT_MS })
  const hasAlpha = !opaque.parse(drawn).isOpaque
  return { ext: 'svg', mimeType: 'image/svg+xml', facts: { ...facts, hasAlpha } }
}

/** Only UTF-8: a text read in another encoding than the renderer's would be judged as something else. */
function decodeUtf8(bytes: Buffer) {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** An MP4 or Ogg without pictures is audio, and the other way round. */
function matchFamily(mimeType: string, kind: Facts['kind']) {
  const subtype = mimeType.slice(mimeType.indexOf('/') + 1)
  if (kind === 'image' || mimeType.startsWith('image/')) return mimeType
  return `${kind}/${subtype}`
}
