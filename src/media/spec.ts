import { createHash } from 'node:crypto'
import type { ManifestText } from '../manifest/manifest'
import type { AudioFacts, DocumentFacts, Facts, ImageFacts, VideoFacts } from './facts'
import { fittedVideo, framedVideo, rateFor, type Size, sameShape } from './shape'

/**
 * Counted up when the same specification is to give other bytes than before (another encoder setting, another layout): every
 * rendition that a display needs is then made anew.
 */
const RECIPE = 1

export type Fit = 'contain' | 'cover'
export type ImageFormat = 'jpeg' | 'webp' | 'png'

type Common = { recipe: number; width: number; height: number }

/** A picture of exactly the screen's size; `page` is that of a document. */
export type ImageSpec = Common & {
  kind: 'image'
  fit: Fit
  format: ImageFormat
  /** Lossless for drawings on screens so coarse that each pixel is seen. */
  quality: 'high' | 'lossless'
  page: number | null
  aigc: string | null
}

/** A film of even size within the screen's; of exactly its proportions where `framed`, black around the picture. */
export type VideoSpec = Common & {
  kind: 'video'
  fit: Fit
  format: 'h264'
  profile: 'high' | 'main'
  framed: boolean
  /** As a fraction that FFmpeg reads; a constant rate. */
  frameRate: string
  /** Stretch of the original that is kept, in seconds; null for all of it. */
  trim: { from: number; to: number } | null
  sound: boolean
  /** Integrated loudness to reach; null where there is no sound, or it stays as it is. */
  lufs: number | null
  aigc: string | null
}

/** A song's sound. */
export type AudioSpec = {
  kind: 'audio'
  recipe: number
  format: 'aac' | 'mp3'
  lufs: number | null
  aigc: string | null
}

/** A slogan or notice laid out as a picture. */
export type TextSpec = Common & {
  kind: 'text'
  format: ImageFormat
} & Pick<ManifestText, 'body' | 'color' | 'background' | 'align' | 'weight'>

/** The picture that stands while a song plays: its cover, the same blurred behind it, and its title. */
export type CardSpec = Common & {
  kind: 'card'
  format: ImageFormat
  title: string
  /** False where the song has no cover. */
  cover: boolean
  aigc: string | null
}

/** All that decides a rendition's bytes, apart from the original's: equal ones are one rendition, whatever they were asked for. */
export type RenditionSpec = ImageSpec | VideoSpec | AudioSpec | TextSpec | CardSpec

/** What an editor chose for a content. */
export type ContentChoice = {
  fit: Fit
  /** Leave out a film's black head and tail. */
  trimBlack: boolean
  /** Of a document, from 1. */
  page: number | null
}

/** What a display profile asks for. Width and height are those of the picture as seen: after the profile's rotation. */
export type ScreenTarget = {
  width: number
  height: number
  /** As in the profile (`jpeg`, `h264`, `aac` …); an empty list says nothing and rules nothing out. */
  formats: readonly string[]
  audio: boolean
  /** The profile's loudness in LUFS; null leaves sound as loud as it is. */
  lufs: number | null
  /** Runs the player page; where false, texts and cover cards are laid out as pictures. */
  page: boolean
}

type Drawn = Pick<ImageFacts, 'width' | 'height' | 'format' | 'aigc'>

export type Source = { facts: Facts; sha256: string }

/** Up to this many pixels (a strip of 1920×360) a screen is an LED wall seen pixel by pixel. */
const COARSE_PIXELS = 700_000
/** The format's own limit, for width and height. */
const WEBP_MAX_SIDE = 16_383
/** Formats of drawings, as sharp and FFmpeg name them. */
const DRAWN = new Set(['png', 'svg', 'gif', 'pdf'])
/** Black this short is a cut, not a head or tail. */
const LEAST_BLACK_SECONDS = 0.2
/** What is left of a film must be worth showing. */
const LEAST_FILM_SECONDS = 1

/** The rendition of an uploaded file that a screen needs, or null where the screen cannot use it (no decoder; a song without sound). */
export function specFor(source: Source, choice: ContentChoice, screen: ScreenTarget): RenditionSpec | null {
  const { facts } = source
  switch (facts.kind) {
    case 'image':
      return imageSpec(facts, choice, screen)
    case 'video':
      return videoSpec(facts, choice, screen)
    case 'audio':
      return audioSpec(facts, screen)
    case 'document':
      return documentSpec(facts, choice, screen)
  }
}

/** The picture of a text for a screen, or null where the screen's player lays it out itself or shows no picture. */
export function textSpecFor(text: ManifestText, screen: ScreenTarget): TextSpec | null {
  const format = pictureFormat(screen, 'lossless')
  if (screen.page || !format || !text.body.trim()) return null
  const { body, color, background, align, weight } = text
  const look = {
    body: body.trim(),
    color: color.toLowerCase(),
    background: background.toLowerCase(),
    align,
    weight,
  }
  return { kind: 'text', recipe: RECIPE, ...sizeOf(screen), format, ...look }
}

/** The picture shown while a song plays, or null where the player lays it out itself. `cover` is null for a song without one. */
export function cardSpecFor(
  song: { title: string; cover: Source | null },
  screen: ScreenTarget,
): CardSpec | null {
  const format = pictureFormat(screen, 'high')
  if (screen.page || !format) return null
  const { title, cover } = song
  const facts = { title: title.trim(), cover: cover !== null, aigc: cover?.facts.aigc ?? null }
  return { kind: 'card', recipe: RECIPE, ...sizeOf(screen), format, ...facts }
}

/**
 * The name of a derivation: SHA-256, in lower-case hex, of the canonical JSON of the original's SHA-256 and the specification.
 * `origin` is null for what is made of no file: a text, a card without a cover.
 */
export function specKey(origin: string | null, spec: RenditionSpec): string {
  return createHash('sha256').update(canonicalJson({ origin, spec })).digest('hex')
}

function imageSpec(facts: Drawn, choice: ContentChoice, screen: ScreenTarget): ImageSpec | null {
  const size = sizeOf(screen)
  const coarse = size.width * size.height <= COARSE_PIXELS
  const quality = coarse && DRAWN.has(facts.format) ? 'lossless' : 'high'
  const format = pictureFormat(screen, quality)
  if (!format) return null
  return {
    kind: 'image',
    recipe: RECIPE,
    ...size,
    fit: sameShape(facts, size) ? 'contain' : choice.fit,
    format,
    quality: format === 'jpeg' ? 'high' : quality,
    page: null,
    aigc: facts.aigc ?? null,
  }
}

/** A page that is not there is the last one. */
function documentSpec(facts: DocumentFacts, choice: ContentChoice, screen: ScreenTarget): ImageSpec | null {
  const page = Math.min(facts.pages.length, Math.max(1, Math.floor(choice.page ?? 1)))
  const size = facts.pages[page - 1] as Size
  const spec = imageSpec({ ...size, format: facts.format, aigc: facts.aigc }, choice, screen)
  return spec && { ...spec, page }
}

function videoSpec(facts: VideoFacts, choice: ContentChoice, screen: ScreenTarget): VideoSpec | null {
  if (!plays(screen, 'h264')) return null
  const fit = sameShape(facts, screen) ? 'contain' : choice.fit
  const heard = facts.audioCodec !== null && !facts.analysis?.silent
  const sound = screen.audio && heard && plays(screen, 'aac')
  const fitted = fittedVideo(facts, screen, fit)
  const framed = !screen.page && fit === 'contain' && !sameShape(facts, screen)
  return {
    kind: 'video',
    recipe: RECIPE,
    ...(framed ? framedVideo(fitted, screen) : fitted),
    fit,
    format: 'h264',
    profile: screen.page ? 'high' : 'main',
    framed,
    frameRate: rateFor(facts.frameRate).value,
    trim: choice.trimBlack ? trimOf(facts) : null,
    sound,
    lufs: sound ? screen.lufs : null,
    aigc: facts.aigc ?? null,
  }
}

function audioSpec(facts: AudioFacts, screen: ScreenTarget): AudioSpec | null {
  const format = (['aac', 'mp3'] as const).find((one) => plays(screen, one))
  if (!screen.audio || !format) return null
  return { kind: 'audio', recipe: RECIPE, format, lufs: screen.lufs, aigc: facts.aigc ?? null }
}

function sizeOf({ width, height }: Size): Size {
  return { width: Math.round(width), height: Math.round(height) }
}

function plays({ formats }: ScreenTarget, format: string) {
  return formats.length === 0 || formats.includes(format)
}

/** WebP is the smallest; JPEG keeps no pixel exactly, so PNG comes before it where that matters. */
function pictureFormat(screen: ScreenTarget, quality: ImageSpec['quality']): ImageFormat | null {
  const order =
    quality === 'lossless' ? (['webp', 'png', 'jpeg'] as const) : (['webp', 'jpeg', 'png'] as const)
  const tooLarge = Math.max(screen.width, screen.height) > WEBP_MAX_SIDE
  return order.find((format) => plays(screen, format) && !(tooLarge && format === 'webp')) ?? null
}

function trimOf(facts: VideoFacts): VideoSpec['trim'] {
  const { blackHead = 0, blackTail = 0 } = facts.analysis ?? {}
  const from = blackHead >= LEAST_BLACK_SECONDS ? blackHead : 0
  const to = facts.seconds - (blackTail >= LEAST_BLACK_SECONDS ? blackTail : 0)
  if (from === 0 && to === facts.seconds) return null
  return to - from >= LEAST_FILM_SECONDS ? { from: roundMs(from), to: roundMs(to) } : null
}

function roundMs(seconds: number) {
  return Math.round(seconds * 1000) / 1000
}

/** JSON with sorted keys and no spaces: the same value gives the same text. */
function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
}
