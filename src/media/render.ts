import { rm } from 'node:fs/promises'
import { composeCard, composePicture, composeText } from './compose'
import {
  eveningFilters,
  eveningOf,
  FIRST_CEILING,
  type Heard,
  MOST_TRUE_PEAK,
  readSummary,
} from './even-loudness'
import { MediaFault } from './faults'
import { hashFile } from './hash'
import { decodeHeic } from './heic'
import { renderPdfPage } from './pdf'
import { loudnessSteps } from './plan-sound'
import { runTool } from './run'
import {
  INPUT,
  LOUDNESS,
  type LoudnessStep,
  OUTPUT,
  type Purpose,
  type RenditionPlan,
  type Step,
} from './steps'
import type { Storage, StoredFile } from './storage'
import type { Tools } from './tools'

/** A rendition in storage; those with a purpose are kept in `media.renditions`. */
export type Rendition<P extends Purpose | null = Purpose> = {
  purpose: P
  sha256: string
  ext: string
  mimeType: string
  bytes: number
  width: number | null
  height: number | null
  seconds: number | null
  /**
   * Measured of what is made for particular screens: integrated loudness in LUFS, true peak in dBTP. Null without sound, or where it
   * is silent.
   */
  lufs: number | null
  truePeak: number | null
}

export type RenderInput<P extends Purpose | null = Purpose | null> = {
  plan: RenditionPlan<P>
  /** Null for what is made of no file: a text, a card without a cover. */
  original: StoredFile | null
  /** Length of the original, for the time limit; null for a picture. */
  sourceSeconds: number | null
  storage: Storage
  tools: () => Tools
  signal?: AbortSignal
  /** 0 to 1, over all steps. */
  onProgress?: (done: number) => void
}

/** A minute, and thirty times the length: a slow machine under load still makes it, a stuck decoder does not. */
const BASE_TIMEOUT_MS = 60_000
const TIMEOUT_FACTOR = 30
/** Encoding may lift peaks over the limit; then once more, with a lower ceiling. */
const MOST_TRIES = 3
/** Spare room below the limit on another try, in dB. */
const SPARE = 0.2
/** A limiter takes loudness away: what is missing is given back in at most so many passes, and less than this (LU) is not heard. */
const MOST_PASSES = 4
const TOLERANCE = 0.3

/** How much longer a film takes than any other step. */
const FILM_SHARE = 8

/**
 * Makes one rendition and stores it by its SHA-256. Leaves no temporary file, whatever happens. Throws MediaFault; the signal's
 * reason where aborted.
 */
export async function render<P extends Purpose | null>(input: RenderInput<P>): Promise<Rendition<P>> {
  const { plan, storage, original, onProgress } = input
  const written: string[] = []
  let furthest = 0
  const run: Run = {
    input,
    original: original && (await storage.localPath(original)),
    async target(ext) {
      const path = await storage.temporaryPath(ext)
      written.push(path)
      return path
    },
    // A pass that is made once more does not turn the bar back.
    tell(done) {
      furthest = Math.max(furthest, done)
      onProgress?.(furthest)
    },
  }
  try {
    const { path, heard } = await makeWithinPeak(run)
    const sha256 = await hashFile(path)
    const { bytes } = await storage.adopt(path, { sha256, ext: plan.ext })
    const { purpose, ext, mimeType, seconds, size } = plan
    return {
      ...{ purpose, sha256, ext, mimeType, bytes, seconds },
      ...{ width: size?.width ?? null, height: size?.height ?? null },
      ...{ lufs: heard?.lufs ?? null, truePeak: heard?.truePeak ?? null },
    }
  } finally {
    await Promise.all(written.map((path) => rm(path, { force: true })))
  }
}

/** What the steps of one rendition share. */
type Run = {
  input: RenderInput
  original: string | null
  target(ext: string): Promise<string>
  tell(done: number): void
}

/** The finished file, and how it sounds. Made again with a lower ceiling where its evened sound still peaks too high. */
async function makeWithinPeak(run: Run): Promise<{ path: string; heard: Heard }> {
  const { plan } = run.input
  const evened = plan.steps.some(({ tool }) => tool === 'loudness')
  let ceiling = FIRST_CEILING
  for (let tried = 1; ; tried++) {
    const path = await runSteps(run, ceiling)
    const heard = plan.sound && plan.purpose === null ? await listen(run, path) : null
    const over = heard && evened ? heard.truePeak - MOST_TRUE_PEAK : 0
    if (over <= 0 || tried === MOST_TRIES) return { path, heard }
    ceiling -= over + SPARE
  }
}

/** Runs them one after another, each reading what the one before wrote, and returns the last one's file. */
async function runSteps(run: Run, ceiling: number): Promise<string> {
  const { plan, signal } = run.input
  const shares = plan.steps.map(shareOf)
  const whole = shares.reduce((sum, share) => sum + share, 0)
  let source = run.original
  let loudness = 'anull'
  let done = 0
  for (const [index, step] of plan.steps.entries()) {
    signal?.throwIfAborted()
    const share = shares[index] ?? 0
    const report = (part: number) => run.tell((done + share * part) / whole)
    if (step.tool === 'loudness') loudness = await findEvening(run, step, ceiling, report)
    else source = await runStep({ run, step, source, loudness, report })
    done += share
    report(0)
  }
  if (source === null) throw new RangeError('a plan without a step')
  return source
}

function shareOf({ tool, ...step }: Step) {
  return tool === 'ffmpeg' && 'ext' in step && step.ext === 'mp4' ? FILM_SHARE : 1
}

type Going = {
  run: Run
  step: Exclude<Step, LoudnessStep>
  source: string | null
  loudness: string
  report: (part: number) => void
}

async function runStep({ run, step, source, loudness, report }: Going): Promise<string> {
  const { signal } = run.input
  const target = await run.target(step.ext)
  switch (step.tool) {
    case 'ffmpeg': {
      const encode = (args: string[]) => ffmpeg(run, args, { source, target, loudness, report })
      const plain = step.argsWithoutZscale
      await encode(step.args).catch((error: unknown) => {
        if (plain && error instanceof MediaFault && /No such filter: 'zscale'/.test(error.detail ?? ''))
          return encode(plain)
        throw error
      })
      break
    }
    case 'sharp':
      await composing(() => composePicture(step, fileOf(source), target))
      break
    case 'pdf': {
      const { page, maxWidth, maxHeight } = step
      await renderPdfPage({ path: fileOf(source), page, maxWidth, maxHeight, target, signal })
      break
    }
    case 'heic':
      await decodeHeic({ path: fileOf(source), target, signal })
      break
    case 'text':
      await composing(() => composeText(step, target))
      break
    case 'card':
      await composing(() => composeCard(step, source, target))
      break
  }
  return target
}

/** The filters that bring the sound to its loudness, in as many passes as that takes. */
async function findEvening(run: Run, step: LoudnessStep, ceiling: number, report: (part: number) => void) {
  const { lufs } = step
  const measure = (loudness: string) => hear(run, step, { source: run.original, loudness, report })
  let evening = eveningOf(await measure('anull'), lufs, ceiling)
  for (let pass = 1; evening !== null && evening.ceiling !== null && pass < MOST_PASSES; pass++) {
    const missing = lufs - ((await measure(eveningFilters(evening)))?.lufs ?? lufs)
    if (Math.abs(missing) <= TOLERANCE) break
    evening = { ...evening, gain: evening.gain + missing }
  }
  return eveningFilters(evening)
}

/** How a finished file sounds. */
async function listen(run: Run, path: string): Promise<Heard> {
  const [step] = loudnessSteps(0, ['-i', INPUT])
  return step ? hear(run, step, { source: path, loudness: 'anull', report: () => undefined }) : null
}

type Places = { source: string | null; target?: string; loudness: string; report: (part: number) => void }

async function hear(run: Run, { args }: LoudnessStep, places: Places): Promise<Heard> {
  let words = ''
  await ffmpeg(run, args, places, (last) => {
    words = last
  })
  return readSummary(words)
}

async function ffmpeg(run: Run, args: string[], places: Places, onLastWords?: (words: string) => void) {
  const { sourceSeconds, signal, tools, plan } = run.input
  const { source, target, loudness, report } = places
  const length = plan.seconds ?? sourceSeconds
  const put = (arg: string) => {
    if (arg === INPUT) return `file:${fileOf(source)}`
    if (arg === OUTPUT) return `file:${target}`
    return arg.replace(LOUDNESS, loudness)
  }
  await runTool({
    program: tools().ffmpeg,
    args: args.map(put),
    timeoutMs: BASE_TIMEOUT_MS + (sourceSeconds ?? 0) * 1000 * TIMEOUT_FACTOR,
    signal,
    onLine: (line) => {
      const [, microseconds] = line.match(/^out_time_ms=(\d+)/) ?? []
      if (microseconds && length) report(Math.min(1, Number(microseconds) / 1e6 / length))
    },
    onLastWords,
  })
}

function fileOf(source: string | null): string {
  if (source === null) throw new RangeError('a step that reads a file, and no original')
  return source
}

async function composing(work: () => Promise<void>) {
  try {
    await work()
  } catch (cause) {
    throw new MediaFault('media-render-failed', { detail: (cause as Error).message, cause })
  }
}
