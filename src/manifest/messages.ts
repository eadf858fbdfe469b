import { z } from 'zod'
import { instantMs } from './manifest'

/**
 * What displays send (docs/device-protocol.md). Unknown fields are dropped, so that a newer player can talk to an older server.
 * The OpenAPI document is made from these schemas.
 */
const shortText = z.string().max(200)
const identifier = z.string().min(1).max(128)
/** The SHA-256 of a manifest's body, by which a player names it. */
const manifestName = z.string().max(128)
const pixels = z.number().int().min(1).max(32_768)

export const pairingRequest = z.object({
  model: shortText.optional(),
  width: pixels,
  height: pixels,
  pixelRatio: z.number().positive().max(16).optional(),
  codecs: z.array(shortText).max(64).optional(),
  playerVersion: shortText.optional(),
})

export const heartbeat = z.object({
  bootId: z.string().min(1).max(64),
  manifest: manifestName.nullable(),
  playing: z
    .looseObject({
      content: identifier.optional(),
      schedule: identifier.nullish(),
      since: instantMs.optional(),
    })
    .nullish(),
  cachedBytes: z.number().min(0),
  freeBytes: z.number().min(0).nullish(),
  clockOffsetMs: z.number(),
  player: shortText,
  errors: z
    .array(
      z.looseObject({ code: shortText, detail: z.string().max(2000).optional(), at: instantMs.optional() }),
    )
    .max(100)
    .optional(),
})

/** A day: no play lasts longer, since every local midnight cuts the play in progress. */
const longestPlayMs = 25 * 3_600_000

export const play = z.object({
  seq: z.number().int().min(0).max(Number.MAX_SAFE_INTEGER),
  content: identifier,
  schedule: identifier.nullable(),
  from: instantMs,
  ms: z.number().int().min(0).max(longestPlayMs),
  outcome: z.enum(['completed', 'cut', 'failed', 'skipped']),
  manifest: manifestName,
  zone: identifier.optional(),
  error: z.string().max(2000).optional(),
  unsynced: z.boolean().optional(),
})

/** Plays are checked one by one, so that a single bad one is refused by its number and costs the others nothing. */
export const playsBatch = z.object({
  bootId: z.string().min(1).max(64),
  plays: z.array(z.unknown()).max(1000),
})

export type PairingRequest = z.infer<typeof pairingRequest>
export type Heartbeat = z.infer<typeof heartbeat>
export type Play = z.infer<typeof play>
