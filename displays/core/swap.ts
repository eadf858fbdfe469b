import type { Manifest } from '../../src/manifest/manifest'
import { contentFiles, filesWithin } from './needs'
import { identityOf, slotAt } from './position'

/** How far ahead the files of a new manifest must be there before it replaces the old one, in ms. */
export const READY_AHEAD_MS = 10 * 60_000
/** A file that failed this often no longer holds a new manifest back. */
const FAILURES_BEFORE_GIVING_UP = 3

export type FileState = { has(sha256: string): boolean; failures(sha256: string): number }

/**
 * When a new manifest takes over: `now`, at the next item `boundary`, or `wait` until more of it is there.
 * An emergency, a withdrawal and `off` wait for nothing; a manifest that replaces one with nothing to show neither.
 */
export function decideSwap(input: {
  current: Manifest | null
  next: Manifest
  at: number
  files: FileState
}): 'now' | 'boundary' | 'wait' {
  const { current, next, at, files } = input
  if (!current) return 'now'
  const before = slotAt(current, at, anything)
  const after = slotAt(next, at, anything)
  if (after.slot.kind === 'off') return 'now'
  if (after.slot.kind === 'item' && after.slot.level === 'emergency') return 'now'
  if (next.withdrawn.some((sha256) => current.withdrawn.indexOf(sha256) < 0)) return 'now'
  const holds = (content: string) => {
    const known = current.contents[content]
    return known !== undefined && contentFiles(known).every((sha256) => files.has(sha256))
  }
  if (slotAt(current, at, holds).slot.kind === 'standby') return 'now'
  const missing = filesWithin(next, at, at + READY_AHEAD_MS).filter((need) => !files.has(need.sha256))
  if (missing.some((need) => files.failures(need.sha256) < FAILURES_BEFORE_GIVING_UP)) return 'wait'
  return shows(current, before.slot) === shows(next, after.slot) ? 'boundary' : 'now'
}

function shows(manifest: Manifest, slot: ReturnType<typeof slotAt>['slot']): string {
  return slot.kind === 'item' ? identityOf(manifest, slot.content) : slot.kind
}

function anything(): boolean {
  return true
}
