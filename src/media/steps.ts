import type { CardSpec, TextSpec } from './spec'

/** The place of a file in a tool's arguments; the renderer puts paths there. */
export const INPUT = '{input}'
export const OUTPUT = '{output}'
/** The place of what evens loudness in a chain of audio filters; the renderer works it out from what it measured. */
export const LOUDNESS = '{loudness}'

/** One run of ffmpeg, reading the original or what the step before wrote. */
export type FfmpegStep = {
  tool: 'ffmpeg'
  ext: string
  args: string[]
  /** For an ffmpeg that was built without zimg, which does the same with less care for colour. */
  argsWithoutZscale?: string[]
}

/** Measures the loudness of what ffmpeg puts through these filters; writes no file. */
export type LoudnessStep = { tool: 'loudness'; args: string[]; lufs: number }

/** How a picture comes into its box. */
export type Placement =
  /** Whole, with its own proportions, never enlarged: the result is no larger than the box. */
  | { fit: 'inside'; width: number; height: number }
  /** Whole, as large as the box allows; what is left free shows the same picture, blurred and dimmed, or the ground. */
  | { fit: 'contain'; width: number; height: number; backdrop: Backdrop | null }
  /** Filling the box, and cut to it: around what draws the eye, or around the middle. */
  | { fit: 'cover'; width: number; height: number; position: 'attention' | 'centre' }

/** Blur is a share of the box's shorter side, brightness and saturation are of the picture's own. */
export type Backdrop = { blur: number; brightness: number; saturation: number }

export type PictureOutput =
  | { format: 'jpeg'; options: { quality: number; chromaSubsampling: string; optimiseCoding: boolean } }
  | {
      format: 'webp'
      options:
        | { quality: number; alphaQuality?: number; smartSubsample?: boolean; effort: number }
        | { lossless: true; effort: number }
    }
  | { format: 'png'; options: { compressionLevel: number } }

/** One run of sharp: upright, in sRGB, on a ground where one is given, without metadata but `xmp`. */
export type SharpStep = {
  tool: 'sharp'
  ext: string
  placement: Placement
  /** For a drawing that is to be enlarged: dots an inch at which it is drawn, so that it stays sharp. */
  density: number | null
  output: PictureOutput
  ground: string | null
  xmp: string | null
}

/** One page of a PDF, as large as the box lets it. */
export type PdfStep = { tool: 'pdf'; ext: 'png'; page: number; maxWidth: number; maxHeight: number }

/** A phone's photo, for which sharp has no decoder. */
export type HeicStep = { tool: 'heic'; ext: 'tiff' }

/** A text set as a picture; reads no file. */
export type TextStep = { tool: 'text'; ext: string; spec: TextSpec; output: PictureOutput }

/** A song's cover, title and ground; reads the cover, where there is one. */
export type CardStep = {
  tool: 'card'
  ext: string
  spec: CardSpec
  output: PictureOutput
  xmp: string | null
}

export type Step = FfmpegStep | LoudnessStep | SharpStep | PdfStep | HeicStep | TextStep | CardStep

/** What the office keeps of every upload. */
export type Purpose = 'screen' | 'thumbnail' | 'poster' | 'strip' | 'waveform'

/** A file to make: its steps, and what will be true of the result. */
export type RenditionPlan<P extends Purpose | null = Purpose | null> = {
  /** Null for one that is made for particular screens. */
  purpose: P
  mimeType: string
  ext: string
  /** Length of the result; null for a picture. */
  seconds: number | null
  /** Size of the result in pixels; null for sound. */
  size: { width: number; height: number } | null
  /** Whether the result can be heard. */
  sound: boolean
  steps: Step[]
}
