import { rm } from 'node:fs/promises'
import sharp from 'sharp'
import { MediaFault } from './faults'
import { hashFile } from './hash'
import { MAX_PIXELS } from './image'
import { type FfmpegStep, INPUT, OUTPUT, type Purpose, type RenditionPlan, type SharpStep } from './plan'
import { runTool } from './run'
import type { Storage, StoredFile } from './storage'
import type { Tools } from './tools'

/** A rendition in storage, as kept in `media.renditions`. */
export type Rendition = {
  purpose: Purpose
  sha256: string
  ext: string
  mimeType: string
  bytes: number
  width: number | null
  height: number | null
  seconds: number | null
}

export type RenderInput = {
  plan: RenditionPlan
  original: StoredFile
  /** Length of the original, for progress and the time limit; null for a picture. */
  sourceSeconds: number | null
  storage: Storage
  tools: () => Tools
  signal?: AbortSignal
  /** 0 to 1. */
  onProgress?: (done: number) => void
}

/** A minute, and thirty times the length: a slow machine under load still makes it, a stuck decoder does not. */
const BASE_TIMEOUT_MS = 60_000
const TIMEOUT_FACTOR = 30

/** Makes one rendition and stores it by its SHA-256. Leaves no temporary file, whatever happens. Throws MediaFault. */
export async function render(input: RenderInput): Promise<Rendition> {
  const { plan, storage } = input
  const written: string[] = []
  try {
    let source = await storage.localPath(input.original)
    for (const step of plan.steps) {
      const target = await storage.temporaryPath(step.ext)
      written.push(target)
      await runStep(step, source, target, input)
      source = target
    }
    const sha256 = await hashFile(source)
    const { bytes } = await storage.adopt(source, { sha256, ext: plan.ext })
    const { purpose, ext, mimeType, seconds, size } = plan
    return {
      purpose,
      sha256,
      ext,
      mimeType,
      bytes,
      width: size?.width ?? null,
      height: size?.height ?? null,
      seconds,
    }
  } finally {
    await Promise.all(written.map((path) => rm(path, { force: true })))
  }
}

function runStep(step: FfmpegStep | SharpStep, source: string, target: string, input: RenderInput) {
  return step.tool === 'sharp'
    ? runSharp(step, source, target, input)
    : runFfmpeg(step, source, target, input)
}

async function runSharp(step: SharpStep, source: string, target: string, { signal }: RenderInput) {
  signal?.throwIfAborted()
  const image = sharp(source, { limitInputPixels: MAX_PIXELS, failOn: 'error' })
    .autoOrient()
    .resize({ width: step.maxWidth, height: step.maxHeight, fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
  if (step.ground) image.flatten({ background: step.ground })
  if (step.xmp) image.withXmp(step.xmp)
  const { format, options } = step.output
  try {
    await image.toFormat(format, options).toFile(target)
  } catch (cause) {
    throw new MediaFault('media-render-failed', { detail: (cause as Error).message, cause })
  }
  signal?.throwIfAborted()
}

async function runFfmpeg(step: FfmpegStep, source: string, target: string, input: RenderInput) {
  const places: Record<string, string> = { [INPUT]: `file:${source}`, [OUTPUT]: `file:${target}` }
  const { sourceSeconds, signal, onProgress } = input
  const timeoutMs = BASE_TIMEOUT_MS + (sourceSeconds ?? 0) * 1000 * TIMEOUT_FACTOR
  await runTool({
    program: input.tools().ffmpeg,
    args: step.args.map((arg) => places[arg] ?? arg),
    timeoutMs,
    signal,
    onLine: (line) => {
      const [, microseconds] = line.match(/^out_time_ms=(\d+)/) ?? []
      if (microseconds && sourceSeconds) onProgress?.(Math.min(1, Number(microseconds) / 1e6 / sourceSeconds))
    },
  })
}
