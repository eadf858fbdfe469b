import { createHash } from 'node:crypto'
import { setImmediate as turn } from 'node:timers/promises'
import type { Payload } from 'payload'
import type { Change } from '../cms/hooks/changes'
import { approvedContents, approvedFiles } from './approved'
import { classify, type DisplayClass } from './classes'
import { committed } from './committed'
import { classInput, compileClass } from './compile-class'
import { horizonAt, horizonStepMs, urlGraceMs } from './horizon'
import { mediaUrl } from './media-urls'
import { isWatched, loadSnapshot, refreshDocument, type Snapshot } from './snapshot'

/** A manifest as it is sent; one object a class, shared by all its displays. */
export type Published = { body: Buffer; sha256: string; etag: string }

export type PublisherOptions = {
  payload: Payload
  /** UTC ms. */
  now: () => number
  /** Signs the addresses of files. */
  urlSecret: string
  /** Told of what could not be compiled. */
  warn: (message: string, details: object) => void
}

export type Publisher = {
  /** What that display plays, from the cache: a map look-up. */
  manifestOf(display: string): Published | undefined
  /** Whether a file (`<sha256>.<ext>`) belongs to an approved content. */
  isOnAir(file: string): boolean
  /** The documents as last read, drafts included: to be looked at, never changed. */
  snapshot(): Readonly<Snapshot>
  /** Notes a change of a document; manifests follow within a moment. */
  changed(change: Change): void
  /** Moves the horizon, where a step has passed since the last compilation. */
  roll(): Promise<void>
  /** Resolves once every change noted so far is in the manifests. */
  idle(): Promise<void>
  /** Calls back with the displays whose manifest has become another. */
  onPublished(listener: (displays: string[]) => void): () => void
}

type Entry = Published & { digest: string }

/** Edits that come in one burst (a bulk action, a save of many fields) are compiled once. */
const burstMs = 30
/** When the database could not be read. */
const retryMs = 1000

/** Compiles what stands in the database, then follows its changes: only classes whose input became another are compiled anew. */
export async function startPublisher(options: PublisherOptions): Promise<Publisher> {
  const { payload, now, urlSecret, warn } = options
  const snapshot = await loadSnapshot(payload)
  let entries = new Map<string, Entry>()
  let byDisplay = new Map<string, Entry>()
  let onAir = new Set<string>()
  let compiledStep = -1
  let pending: Change[] = []
  let work: Promise<void> = Promise.resolve()
  const listeners = new Set<(displays: string[]) => void>()

  async function compileAll() {
    const at = now()
    const approved = approvedContents(snapshot)
    const nextEntries = new Map<string, Entry>()
    const nextByDisplay = new Map<string, Entry>()
    for (const displayClass of classify(snapshot)) {
      const entry = entryOf(displayClass, approved, at)
      if (!entry) continue
      nextEntries.set(displayClass.key, entry)
      for (const display of displayClass.displays) nextByDisplay.set(display, entry)
      await turn()
    }
    const touched = [...nextByDisplay].filter(([id, { etag }]) => byDisplay.get(id)?.etag !== etag)
    entries = nextEntries
    byDisplay = nextByDisplay
    onAir = approvedFiles(approved, snapshot.media)
    compiledStep = stepAt(at)
    if (touched.length > 0) for (const listener of listeners) listener(touched.map(([id]) => id))
  }

  function entryOf(displayClass: DisplayClass, approved: ReturnType<typeof approvedContents>, at: number) {
    const range = horizonAt(at, displayClass.settings.horizonDays)
    const url = (file: { sha256: string; ext: string }) => mediaUrl(urlSecret, file, range.to + urlGraceMs)
    const { playlists, media, calendar } = snapshot
    const context = { playlists, contents: approved, media, calendar, url }
    const input = classInput(displayClass, context, range)
    const digest = createHash('sha256').update(JSON.stringify(input)).digest('hex')
    const before = entries.get(displayClass.key)
    if (before?.digest === digest) return before
    const outcome = compileClass(input)
    if (!outcome.ok) {
      warn('manifest not compiled; the last one stays', {
        displays: displayClass.displays,
        faults: outcome.faults,
      })
      return before
    }
    if (outcome.refused.length > 0) warn('schedules left out of a manifest', { faults: outcome.refused })
    const { body, sha256 } = outcome.compiled
    return { body, sha256, etag: `"${sha256}"`, digest }
  }

  async function takeChanges() {
    await new Promise((resume) => setTimeout(resume, burstMs))
    const changes = pending
    pending = []
    try {
      // Hooks run before the commit, and what is read before it is the old document.
      await Promise.all(changes.map(({ transactionID }) => committed(payload, transactionID)))
      await refresh(payload, snapshot, changes)
      await compileAll()
    } catch (error) {
      warn('changes not published yet; they will be tried again', { error })
      pending = [...changes, ...pending]
      setTimeout(() => void queue(takeChanges), retryMs).unref()
    }
  }

  /** Reads everything anew, which mends whatever was missed, and moves the horizon. */
  async function takeAll() {
    Object.assign(snapshot, await loadSnapshot(payload))
    await compileAll()
  }

  /** One compilation at a time, in order; a failed one leaves the manifests as they were. */
  function queue(task: () => Promise<void>): Promise<void> {
    work = work.then(task).catch((error: unknown) => warn('publishing failed', { error }))
    return work
  }

  await compileAll()
  return {
    manifestOf: (display) => byDisplay.get(display),
    isOnAir: (file) => onAir.has(file),
    snapshot: () => snapshot,
    changed(change) {
      if (!isWatched(change.collection)) return
      pending.push(change)
      if (pending.length === 1) queue(takeChanges)
    },
    roll: () => (stepAt(now()) === compiledStep ? Promise.resolve() : queue(takeAll)),
    idle: () => work,
    onPublished(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

async function refresh(payload: Payload, snapshot: Snapshot, changes: Change[]) {
  const once = new Map(changes.map(({ collection, id }) => [`${collection}/${id}`, { collection, id }]))
  for (const { collection, id } of once.values()) {
    if (isWatched(collection)) await refreshDocument(payload, snapshot, collection, id)
  }
}

function stepAt(at: number) {
  return Math.floor(at / horizonStepMs)
}
