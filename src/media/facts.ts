import { z } from 'zod'

/** Value of the AI label's metadata key (GB 45438-2025), as found. */
const aigc = z.string().optional()

/** What the original tells of its maker, and no rendition may: where it was made, and with which camera or telephone. */
const traces = z.object({ place: z.boolean(), camera: z.boolean() }).optional()

const colour = z.object({
  /** As ffprobe names them (`bt709`, `bt2020`, `smpte2084`); null where the file does not say. */
  primaries: z.string().nullable(),
  transfer: z.string().nullable(),
  matrix: z.string().nullable(),
  hdr: z.boolean(),
})

/** What only a full decode tells: measured by a job after the upload, so absent at first. Times in seconds. */
const analysis = z.object({
  /** Integrated loudness (EBU R128, gated), its range in LU, and the true peak in dBTP; null without sound or where all is silence. */
  lufs: z.number().nullable(),
  lra: z.number().nullable(),
  truePeak: z.number().nullable(),
  /** Black before the first picture and after the last; looked for in the first and the last minute. 0 without pictures. */
  blackHead: z.number(),
  blackTail: z.number(),
  /** Silence before the first sound and after the last; 0 where there is none, or no sound track. All of it where `silent`. */
  silentHead: z.number(),
  silentTail: z.number(),
  /** A sound track that is silent from end to end. */
  silent: z.boolean(),
})

const imageFacts = z.object({
  kind: z.literal('image'),
  /** Pixels as seen: after EXIF orientation. */
  width: z.number(),
  height: z.number(),
  /** As sharp names it, but `avif` and `heic` apart: sharp cannot decode `heic`, so `decodeHeic` goes first. */
  format: z.string(),
  hasAlpha: z.boolean(),
  /** How far the stored picture is turned, clockwise, in degrees, to be seen upright. */
  rotation: z.number().optional(),
  /** Bits a channel. */
  bitDepth: z.number().optional(),
  /** Colour space (`srgb`, `cmyk`, `b-w`), and the name of the embedded profile, where there is one. */
  space: z.string().optional(),
  profile: z.string().optional(),
  traces,
  aigc,
})

const videoFacts = z.object({
  kind: z.literal('video'),
  /** Pixels as seen: after rotation and with square pixels. */
  width: z.number(),
  height: z.number(),
  rotation: z.number(),
  seconds: z.number(),
  /** Pictures a second, on average. */
  frameRate: z.number(),
  /** Whether all pictures last equally long. */
  constantRate: z.boolean().optional(),
  videoCodec: z.string(),
  pixelFormat: z.string(),
  /** Bits a channel. */
  bitDepth: z.number().optional(),
  colour: colour.optional(),
  /** Null: no sound track. */
  audioCodec: z.string().nullable(),
  channels: z.number().optional(),
  sampleRate: z.number().optional(),
  traces,
  aigc,
  analysis: analysis.optional(),
})

const audioFacts = z.object({
  kind: z.literal('audio'),
  seconds: z.number(),
  audioCodec: z.string(),
  channels: z.number(),
  /** Hz. */
  sampleRate: z.number(),
  traces,
  aigc,
  analysis: analysis.optional(),
})

const documentFacts = z.object({
  kind: z.literal('document'),
  format: z.literal('pdf'),
  /** Size of each page as seen, in points of 1/72 inch, in order. */
  pages: z.array(z.object({ width: z.number(), height: z.number() })).min(1),
  aigc,
})

/** What is known of an original from its content; kept as JSON in `media.facts`. What was stored earlier still parses. */
export const factsSchema = z.discriminatedUnion('kind', [imageFacts, videoFacts, audioFacts, documentFacts])

export type Facts = z.infer<typeof factsSchema>
export type ImageFacts = z.infer<typeof imageFacts>
export type VideoFacts = z.infer<typeof videoFacts>
export type AudioFacts = z.infer<typeof audioFacts>
export type DocumentFacts = z.infer<typeof documentFacts>
export type Analysis = z.infer<typeof analysis>
