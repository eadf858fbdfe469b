import { z } from 'zod'

/** Lower-case hexadecimal SHA-256. */
const sha256Hex = z.string().regex(/^[0-9a-f]{64}$/, 'must be 64 lower-case hexadecimal digits')

/** Milliseconds since the Unix epoch, UTC. */
export const instantMs = z.number().int()

const colour = z.string().regex(/^#[0-9a-f]{6}$/i, 'must be #rrggbb')

const textSchema = z.object({
  body: z.string().min(1).max(10_000),
  color: colour,
  background: colour,
  align: z.enum(['left', 'center', 'right']),
  weight: z.number().int().min(100).max(900),
  motion: z.enum(['still', 'scroll']),
  /** Speed of a scrolling text, in pixels of the screen. */
  pixelsPerSecond: z.number().min(1).max(2000),
})

const fileSchema = z.object({
  url: z.string(),
  bytes: z.number().int().min(0),
  type: z.string(),
})

const contentSchema = z.object({
  kind: z.enum(['image', 'video', 'audio', 'text', 'web']),
  file: sha256Hex.optional(),
  cover: sha256Hex.optional(),
  text: textSchema.optional(),
  url: z.url({ protocol: /^https?$/ }).optional(),
  fit: z.enum(['contain', 'cover']),
  volume: z.number().min(0).max(1),
  label: z.string(),
})

const segmentSchema = z.object({
  from: instantMs,
  to: instantMs,
  anchor: instantMs,
  level: z.enum(['emergency', 'takeover', 'normal', 'filler', 'standby', 'off']),
  muted: z.boolean(),
  /** Key of `loops`; null where nothing plays (`off`, `standby`). */
  loop: z.string().nullable(),
  layout: z.string().nullable(),
})

const zoneSchema = z.object({
  id: z.string(),
  x: z.number(),
  y: z.number(),
  w: z.number(),
  h: z.number(),
  loop: z.string().optional(),
})

/** [content, milliseconds, schedule; null where the display's filler plays] */
const loopItemSchema = z.tuple([z.string(), z.number().int().min(100), z.string().nullable()])

/** What a display needs to run alone: see docs/device-protocol.md. */
export const manifestSchema = z.object({
  version: z.literal(1),
  from: instantMs,
  validUntil: instantMs,
  pollSeconds: z.number().min(1),
  screen: z.object({
    width: z.number().int().min(1),
    height: z.number().int().min(1),
    rotate: z.union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)]),
  }),
  files: z.record(sha256Hex, fileSchema),
  contents: z.record(z.string(), contentSchema),
  loops: z.record(z.string(), z.array(loopItemSchema)),
  segments: z.array(segmentSchema),
  layouts: z.record(z.string(), z.object({ zones: z.array(zoneSchema) })),
  withdrawn: z.array(sha256Hex),
})

export type Manifest = z.infer<typeof manifestSchema>
export type ManifestContent = z.infer<typeof contentSchema>
export type ManifestFile = z.infer<typeof fileSchema>
export type ManifestSegment = z.infer<typeof segmentSchema>
export type ManifestText = z.infer<typeof textSchema>
export type LoopItem = z.infer<typeof loopItemSchema>
