import type { Manifest } from '../src/manifest/manifest'
import { type Accepted, type Claims, checkManifest } from './core/manifest-check'
import { contentFiles, filesAhead, filesWithin } from './core/needs'
import { decideSwap, type FileState, READY_AHEAD_MS } from './core/swap'
import type { Wanted } from './net/downloads'
import type { Identity, MemoryStore } from './store/memory'

export type ProgrammeKeeper = {
  /** The manifest that plays. */
  active(): Accepted | null
  /** The one that waits for its files or for an item boundary. */
  pending(): Accepted | null
  last(): Claims | null
  /** The hash of the newest manifest that is here, for If-None-Match. */
  held(): string | null
  accept(accepted: Accepted): Promise<void>
  /** Lets a waiting manifest take over if its time has come. */
  consider(atBoundary: boolean): void
  /** Every file that is needed, nearest first: the waiting manifest's before the playing one's. */
  wanted(): Wanted[]
  /** The files that the next ten minutes need. */
  soon(): string[]
  forget(): Promise<void>
}

/** Keeps the manifests: the one that plays, and a newer one until it may replace it whole. */
export function createProgramme(options: {
  memory: MemoryStore
  now(): number
  files: FileState
  /** Another manifest plays from now on. */
  installed(accepted: Accepted): void
  /** These must be gone, whatever else is said. */
  withdraw(sha256: string[]): void
  failed(error: unknown): void
}): ProgrammeKeeper & { restore(identity: Identity): Promise<void> } {
  const { memory, now, files } = options
  let active: Accepted | null = null
  let pending: Accepted | null = null
  let last: Claims | null = null

  function install(next: Accepted) {
    active = next
    pending = null
    const { body, signature } = next
    memory
      .set('active', { body, signature })
      .then(() => memory.set('pending', null))
      .catch(options.failed)
    options.installed(next)
  }

  function consider(atBoundary: boolean) {
    if (!pending) return
    const current = active ? active.manifest : null
    const when = decideSwap({ current, next: pending.manifest, at: now(), files })
    if (when === 'now' || (when === 'boundary' && atBoundary)) install(pending)
  }

  return {
    active: () => active,
    pending: () => pending,
    last: () => last,
    held() {
      const newest = pending || active
      return newest ? newest.claims.sha256 : null
    },
    async accept(accepted) {
      const { body, signature, claims } = accepted
      const newest = pending || active
      if (!newest || newest.claims.sha256 !== claims.sha256) {
        // Before its revision: a power cut between the two must not leave a revision whose manifest is lost.
        await memory.set('pending', { body, signature })
        pending = accepted
      }
      last = claims
      await memory.set('last', claims)
      options.withdraw(accepted.manifest.withdrawn)
      consider(false)
    },
    consider,
    wanted() {
      const list: Wanted[] = []
      const seen = new Set<string>()
      const withdrawn = new Set<string>()
      for (const source of [pending, active]) {
        if (!source) continue
        for (const sha256 of source.manifest.withdrawn) withdrawn.add(sha256)
        for (const { sha256, at } of filesAhead(source.manifest, now())) {
          const file = source.manifest.files[sha256]
          if (!file || seen.has(sha256) || withdrawn.has(sha256)) continue
          seen.add(sha256)
          list.push({ sha256, at, file })
        }
      }
      return list
    },
    soon: () =>
      active ? filesWithin(active.manifest, now(), now() + READY_AHEAD_MS).map(({ sha256 }) => sha256) : [],
    async forget() {
      active = pending = last = null
      await Promise.all([memory.set('active', null), memory.set('pending', null), memory.set('last', null)])
    },
    async restore({ display, keys }) {
      const check = async (key: 'active' | 'pending') => {
        const stored = await memory.get(key)
        if (!stored) return null
        // What lay on the disk is believed no more than what came by the wire.
        const result = checkManifest({ ...stored, keys, display, last: null })
        return result.ok ? result.accepted : null
      }
      last = await memory.get('last')
      active = await check('active')
      pending = await check('pending')
      if (active) options.installed(active)
      consider(true)
    },
  }
}

/** Whether every file of a content is here. */
export function contentAvailable(manifest: Manifest, id: string, has: (sha256: string) => boolean): boolean {
  const content = manifest.contents[id]
  return content !== undefined && contentFiles(content).every(has)
}
