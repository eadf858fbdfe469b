import { z } from 'zod'

const aigc = z.string().optional()

const imageFacts = z.object({
  kind: z.literal('image'),
  /** Pixels as seen: after EXIF orientation. */
  width: z.number(),
  height: z.number(),
  format: z.string(),
  hasAlpha: z.boolean(),
  /** Value of the AI label's metadata key (GB 45438-2025), as found. */
  aigc,
})

const videoFacts = z.object({
  kind: z.literal('video'),
  /** Pixels as seen: after rotation and with square pixels. */
  width: z.number(),
  height: z.number(),
  rotation: z.number(),
  seconds: z.number(),
  frameRate: z.number(),
  videoCodec: z.string(),
  pixelFormat: z.string(),
  audioCodec: z.string().nullable(),
  aigc,
})

const audioFacts = z.object({
  kind: z.literal('audio'),
  seconds: z.number(),
  audioCodec: z.string(),
  channels: z.number(),
  sampleRate: z.number(),
  aigc,
})

/** What is known of an original from its content; kept as JSON in `media.facts`. */
export const factsSchema = z.discriminatedUnion('kind', [imageFacts, videoFacts, audioFacts])

export type Facts = z.infer<typeof factsSchema>
export type ImageFacts = z.infer<typeof imageFacts>
export type VideoFacts = z.infer<typeof videoFacts>
export type AudioFacts = z.infer<typeof audioFacts>
