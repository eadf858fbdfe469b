import { readFile, stat } from 'node:fs/promises'
import { fileTypeFromFile } from 'file-type'
import type { Facts } from './facts'
import { MediaFault } from './faults'
import { hashFile } from './hash'
import { inspectImage } from './image'
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

/**
 * Reads a file to its end and says what it is; `sha256` spares the hashing where it was done already. Throws MediaFault: `media-empty`, `media-too-large`, `media-type-refused`,
 * `media-damaged`, `media-svg-unsafe`, `media-too-many-pixels`, `media-too-long`.
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
  if (type.family === 'image') {
    const { facts, pages } = await inspectImage(path)
    const moves = type.ext === 'gif' && pages > 1
    if (!moves) return { ext: type.ext, mimeType: type.mimeType, facts }
  }
  const facts = await probe(path, tools().ffprobe)
  return { ext: type.ext, mimeType: matchFamily(type.mimeType, facts.kind), facts }
}

/** Whatever is not known by its first bytes is an SVG or nothing that is accepted. */
async function inspectSvg(path: string, bytes: number): Promise<Omit<Inspected, 'sha256' | 'bytes'>> {
  if (bytes > SVG_MAX_BYTES) throw new MediaFault('media-type-refused', { detail: 'unknown' })
  const text = decodeUtf8(await readFile(path))
  if (text === null || !/<svg[\s>]/.test(text))
    throw new MediaFault('media-type-refused', { detail: 'unknown' })
  const verdict = judgeSvg(text)
  if (!verdict.ok) throw new MediaFault(verdict.code, { detail: verdict.detail })
  const { facts } = await inspectImage(path)
  return { ext: 'svg', mimeType: 'image/svg+xml', facts }
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
