import type { DocumentFacts, Facts, ImageFacts } from './facts'
import { aigcXmp } from './labels'
import { inside, type Size, sameShape } from './shape'
import type { CardSpec, ImageFormat, ImageSpec, TextSpec } from './spec'
import type { Backdrop, HeicStep, PdfStep, PictureOutput, Placement, RenditionPlan, SharpStep } from './steps'

const MAX_SIDE = 3840
const THUMBNAIL = { width: 480, height: 480 }
/** So that what is left free belongs to the picture, and draws nobody's eye. */
const BACKDROP: Backdrop = { blur: 0.05, brightness: 0.45, saturation: 0.9 }
/** Alpha and what no picture covers: LEDs that are off. */
const GROUND = '#000000'
/** Dots an inch at which drawings have the size that their facts tell, and the most that they are drawn at. */
const DRAWN_DPI = 72
const MOST_DPI = 7200
/** However long and thin a drawing is: it is enlarged from here on as a picture. */
const MOST_DRAWN_PIXELS = 40_000_000

/** Full colour resolution: red characters on an LED wall bleed without it. */
const jpegForText = { quality: 90, chromaSubsampling: '4:4:4', optimiseCoding: true }

const thumbnailOutput: PictureOutput = {
  format: 'webp',
  options: { quality: 80, alphaQuality: 90, effort: 2 },
}

/** A picture of exactly a screen's size. */
export function planPicture(spec: ImageSpec, facts: ImageFacts): RenditionPlan<null> {
  const box = { width: spec.width, height: spec.height }
  const step: SharpStep = {
    tool: 'sharp',
    ext: extOf(spec.format),
    placement: placementOf(spec, facts, facts.hasAlpha),
    density: facts.format === 'svg' ? densityFor(facts, box, spec.fit) : null,
    output: outputOf(spec.format, spec.quality),
    ground: GROUND,
    xmp: labelOf(spec.aigc),
  }
  return { ...pictureOf(spec), steps: [...decoded(facts), step] }
}

/** A page of a document, drawn at the size at which it is shown. */
export function planDocumentPage(spec: ImageSpec, facts: DocumentFacts): RenditionPlan<null> {
  const page = pageOf(facts, spec.page ?? 1)
  const placement = placementOf(spec, page, false)
  const covers = placement.fit === 'cover'
  const factor = Math.max(spec.width / page.width, spec.height / page.height)
  const drawn = covers
    ? { width: Math.ceil(page.width * factor), height: Math.ceil(page.height * factor) }
    : { width: spec.width, height: spec.height }
  const draw: PdfStep = {
    tool: 'pdf',
    ext: 'png',
    page: spec.page ?? 1,
    maxWidth: drawn.width,
    maxHeight: drawn.height,
  }
  const step: SharpStep = {
    tool: 'sharp',
    ext: extOf(spec.format),
    placement,
    density: null,
    output: outputOf(spec.format, spec.quality),
    ground: GROUND,
    xmp: labelOf(spec.aigc),
  }
  return { ...pictureOf(spec), steps: [draw, step] }
}

/** A slogan or notice. */
export function planText(spec: TextSpec): RenditionPlan<null> {
  const output = outputOf(spec.format, 'lossless')
  return { ...pictureOf(spec), steps: [{ tool: 'text', ext: extOf(spec.format), spec, output }] }
}

/** What stands while a song plays; `cover` holds the facts of its cover, where it has one. */
export function planCard(spec: CardSpec, cover: ImageFacts | null): RenditionPlan<null> {
  const xmp = labelOf(spec.aigc)
  const output = outputOf(spec.format, 'high')
  return {
    ...pictureOf(spec),
    steps: [...(cover ? decoded(cover) : []), { tool: 'card', ext: extOf(spec.format), spec, output, xmp }],
  }
}

/** What any screen shows until the exact picture is there. */
export function pictureForAllScreens(facts: ImageFacts | DocumentFacts): RenditionPlan<'screen'> {
  const alpha = facts.kind === 'image' && facts.hasAlpha
  const page = firstPicture(facts)
  const step: SharpStep = {
    tool: 'sharp',
    ext: alpha ? 'webp' : 'jpg',
    placement: { fit: 'inside', width: MAX_SIDE, height: MAX_SIDE },
    density: null,
    output: alpha
      ? { format: 'webp', options: { quality: 92, alphaQuality: 100, effort: 4 } }
      : { format: 'jpeg', options: jpegForText },
    ground: null,
    xmp: labelOf(facts.aigc),
  }
  return {
    purpose: 'screen',
    mimeType: alpha ? 'image/webp' : 'image/jpeg',
    ext: step.ext,
    seconds: null,
    size: page.size,
    sound: false,
    steps: [...page.steps, step],
  }
}

/** A small picture for the lists of the admin. */
export function thumbnailOf(facts: ImageFacts | DocumentFacts): RenditionPlan<'thumbnail'> {
  const { steps, size } = firstPicture(facts, THUMBNAIL)
  return thumbnail(size, [...steps, smallPicture(THUMBNAIL, facts)])
}

/** A thumbnail that these steps make. */
export function thumbnail(size: Size, steps: RenditionPlan['steps']): RenditionPlan<'thumbnail'> {
  return { purpose: 'thumbnail', ...officePicture(size), steps }
}

/** What is true of every small picture. */
export function officePicture(size: Size) {
  return { mimeType: 'image/webp', ext: 'webp', seconds: null, size, sound: false } as const
}

/** The last step of a small picture of a file with these facts, in a box. */
export function smallPicture(
  { width, height }: Size,
  { aigc }: Facts,
  ground: string | null = null,
): SharpStep {
  const placement: Placement = { fit: 'inside', width, height }
  return {
    tool: 'sharp',
    ext: 'webp',
    placement,
    density: null,
    output: thumbnailOutput,
    ground,
    xmp: labelOf(aigc),
  }
}

function labelOf(aigc: string | null | undefined) {
  return aigc == null ? null : aigcXmp(aigc)
}

/** The image itself or the first page of a document, and its size inside a box. */
function firstPicture(facts: ImageFacts | DocumentFacts, box: Size = { width: MAX_SIDE, height: MAX_SIDE }) {
  if (facts.kind === 'image') return { steps: decoded(facts), size: inside(facts, box) }
  const { width, height } = pageOf(facts, 1)
  const factor = Math.min(box.width / width, box.height / height)
  const size = { width: Math.round(width * factor), height: Math.round(height * factor) }
  const draw: PdfStep = { tool: 'pdf', ext: 'png', page: 1, maxWidth: box.width, maxHeight: box.height }
  return { steps: [draw], size }
}

function pageOf(facts: DocumentFacts, page: number): Size {
  const found = facts.pages[page - 1]
  if (!found) throw new RangeError(`no page ${page} in a document of ${facts.pages.length}`)
  return found
}

function decoded({ format }: ImageFacts): HeicStep[] {
  return format === 'heic' ? [{ tool: 'heic', ext: 'tiff' }] : []
}

function placementOf({ width, height, fit }: ImageSpec, source: Size, hasAlpha: boolean): Placement {
  const box = { width, height }
  if (sameShape(source, box)) return { fit: 'cover', ...box, position: 'centre' }
  if (fit === 'cover') return { fit: 'cover', ...box, position: 'attention' }
  return { fit: 'contain', ...box, backdrop: hasAlpha ? null : BACKDROP }
}

function densityFor(source: Size, box: Size, fit: ImageSpec['fit']) {
  const factors = [box.width / source.width, box.height / source.height]
  const wanted = fit === 'cover' ? Math.max(...factors) : Math.min(...factors)
  const factor = Math.min(wanted, Math.sqrt(MOST_DRAWN_PIXELS / (source.width * source.height)))
  return factor <= 1 ? null : Math.min(MOST_DPI, Math.ceil(DRAWN_DPI * factor))
}

function pictureOf({ width, height, format }: { width: number; height: number; format: ImageFormat }) {
  const size = { width, height }
  return {
    purpose: null,
    mimeType: `image/${format}`,
    ext: extOf(format),
    seconds: null,
    size,
    sound: false,
  } as const
}

function extOf(format: ImageFormat) {
  return format === 'jpeg' ? 'jpg' : format
}

function outputOf(format: ImageFormat, quality: ImageSpec['quality']): PictureOutput {
  if (format === 'png') return { format, options: { compressionLevel: 9 } }
  if (format === 'jpeg') return { format, options: jpegForText }
  if (quality === 'lossless') return { format, options: { lossless: true, effort: 4 } }
  return { format, options: { quality: 90, smartSubsample: true, effort: 4 } }
}
