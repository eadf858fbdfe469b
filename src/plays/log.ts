import type { Play } from '../manifest/messages'

/** A play as kept: who played it, and when the server first had it (UTC ms). */
export type StoredPlay = Play & { display: string; bootId: string; receivedAt: number }

export type PlaysBatch = { display: string; bootId: string; plays: readonly Play[]; receivedAt: number }

export type PlaysQuery = {
  display?: string
  content?: string
  /** Plays that start in [from, to), UTC ms. */
  from?: number
  to?: number
  /** The newest first; at most this many. */
  limit: number
}

/**
 * The log of what was really played. A play is one by (display, bootId, seq): adding it again changes nothing. Plays are kept
 * whether or not their content still exists.
 */
export type PlayLog = {
  /** Resolves once the plays are durable: with how many were new, the others being known already. */
  add(batch: PlaysBatch): Promise<{ accepted: number; duplicates: number }>
  find(query: PlaysQuery): Promise<StoredPlay[]>
  close(): Promise<void>
}
