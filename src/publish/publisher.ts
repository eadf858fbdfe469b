import { createHash } from 'node:crypto'
import { setImmediate as turn } from 'node:timers/promises'
import type { Payload } from 'payload'
import type { Change } from '../cms/hooks/changes'
import type { Manifest } from '../manifest/manifest'
import type { Fault } from '../schedule'
import { type Airing, airingOf } from './airing'
import { approvedContents, approvedFiles } from './approved'
import type { CompileClass } from './class-compiler'
import { classInput, classSources } from './class-input'
import { classify, type DisplayClass, shapeDisplays } from './classes'
import { committed } from './committed'
import type { ClassInput } from './compile-class'
import { horizonAt, horizonStepMs, urlGraceMs } from './horizon'
import { mediaUrl } from './media-urls'
import { type Need, needs } from './needs'
import { isWatched, loadSnapshot, refreshDocument, type Snapshot } from './snapshot'

/** A manifest as it is sent; one object a class, shared by all its displays. */
export type Published = { body: Buffer; sha256: string; etag: string }

export type PublisherOptions = {
  payload: Payload
  /** UTC ms. */
  now: () => number
  /** Signs the addresses of files. */
  urlSecret: string
  /** Compiles a class: in a thread of its own where there are polls to answer. */
  compile: CompileClass
  /** How many classes to compile at a time, 1 by default; the first compilation, beside which all else starts, goes one by one. */
  atOnce?: number
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
  /** The exact renditions that displays need as things stand, the soonest on air first. */
  needs(): Promise<Need[]>
  /** Calls back each time that changes have been taken up, whether or not any manifest has become another. */
  onCompiled(listener: () => void): () => void
  /** Compiles nothing more; resolves once what is under way has ended. */
  close(): Promise<void>
}

/** What is known of a class. */
type Entry = {
  /** What its input is made of; while that is the same, nothing of it is looked at again. */
  sources: unknown[]
  from: number
  /** Of the input; while that is the same, nothing is compiled. */
  digest: string
  /** Null where nothing could be compiled yet. */
  published: Published | null
}

type Approved = ReturnType<typeof approvedContents>

/** Edits that come in one burst (a bulk action, a save of many fields) are compiled once. */
const burstMs = 30
/** How many displays of a class a warning names. */
const namedInWarnings = 5
/** When the database could not be read. */
const retryMs = 1000
/** What a manifest shows next is read from it anew after this. */
const airingLastsMs = 600_000

/**
 * Compiles what stands in the database, which is done once it is `idle`, and follows its changes: only classes whose input became another
 * are compiled anew.
 */
export async function startPublisher(options: PublisherOptions): Promise<Publisher> {
  const { payload, now, urlSecret, compile, atOnce = 1, warn } = options
  const snapshot = await loadSnapshot(payload)
  const entries = new Map<string, Entry>()
  const byDisplay = new Map<string, Published>()
  let onAir = new Set<string>()
  let compiledStep = -1
  let pending: Change[] = []
  let work: Promise<void> = Promise.resolve()
  let closed = false
  const listeners = new Set<(displays: string[]) => void>()
  const followers = new Set<() => void>()
  const airings = new WeakMap<Published, { at: number; airing: Airing }>()

  /** Each class is published as soon as it is compiled. */
  async function compileAll() {
    const at = now()
    await shapeDisplays(snapshot.displays)
    const classes = classify(snapshot)
    const approved = approvedContents(snapshot)
    onAir = approvedFiles(approved, snapshot)
    forgetOthers(classes)
    const left = classes.values()
    const compileThose = async () => {
      for (const displayClass of left) {
        const entry = await entryOf(displayClass, approved, at)
        if (closed) return
        entries.set(displayClass.key, entry)
        if (entry.published) publish(displayClass.displays, entry.published)
        await turn()
      }
    }
    const lanes = Array.from({ length: compiledStep < 0 ? 1 : atOnce }, compileThose)
    const failed = (await Promise.allSettled(lanes)).find(({ status }) => status === 'rejected')
    if (failed) throw (failed as PromiseRejectedResult).reason
    if (closed) return
    compiledStep = stepAt(at)
    for (const follower of followers) follower()
  }

  async function entryOf(displayClass: DisplayClass, approved: Approved, at: number): Promise<Entry> {
    const range = horizonAt(at, displayClass.settings.horizonDays)
    const url = (file: { sha256: string; ext: string }) => mediaUrl(urlSecret, file, range.to + urlGraceMs)
    const { playlists, media, renditions, calendar } = snapshot
    const context = { playlists, contents: approved, media, renditions, url, calendar }
    const before = entries.get(displayClass.key)
    const sources = classSources(displayClass, context)
    if (before && before.from === range.from && isSame(before.sources, sources)) return before
    const input = classInput(displayClass, context, range)
    const digest = createHash('sha256').update(JSON.stringify(input)).digest('hex')
    const published =
      before?.digest === digest
        ? before.published
        : await compiled(displayClass, input, before?.published ?? null)
    return { sources, from: range.from, digest, published }
  }

  /** Where a class cannot be compiled, what it had stays, and the other classes go on. */
  async function compiled(displayClass: DisplayClass, input: ClassInput, before: Published | null) {
    try {
      const outcome = await compile(input)
      if (outcome.ok) {
        if (outcome.refused.length > 0) warn('schedules left out of a manifest', { faults: outcome.refused })
        const { body, sha256 } = outcome.compiled
        return { body, sha256, etag: `"${sha256}"` }
      }
      notCompiled(displayClass, { faults: outcome.faults })
    } catch (error) {
      if (!closed) notCompiled(displayClass, { error })
    }
    return before
  }

  function notCompiled({ displays, schedules }: DisplayClass, why: { error: unknown } | { faults: Fault[] }) {
    const named = { displays: displays.slice(0, namedInWarnings), schedules: schedules.map(({ id }) => id) }
    warn('manifest not compiled; the last one stays', { ...why, count: displays.length, ...named })
  }

  async function currentNeeds(): Promise<Need[]> {
    const at = now()
    const classes = classify(snapshot)
    const byClass = new Map<string, Airing>()
    for (const { key } of classes) {
      const published = entries.get(key)?.published
      if (!published) continue
      byClass.set(key, airingFrom(published, at))
      await turn()
    }
    return needs({ classes, documents: snapshot, airings: byClass, now: at })
  }

  function airingFrom(published: Published, at: number): Airing {
    const before = airings.get(published)
    if (before && at - before.at < airingLastsMs) return before.airing
    const airing = airingOf(JSON.parse(published.body.toString('utf8')) as Manifest, at)
    airings.set(published, { at, airing })
    return airing
  }

  /** A display that is in no class any more has no manifest; one that is in another keeps its own until that is compiled. */
  function forgetOthers(classes: DisplayClass[]) {
    const keys = new Set(classes.map(({ key }) => key))
    for (const key of entries.keys()) if (!keys.has(key)) entries.delete(key)
    const displays = new Set(classes.flatMap((displayClass) => displayClass.displays))
    for (const display of byDisplay.keys()) if (!displays.has(display)) byDisplay.delete(display)
  }

  function publish(displays: string[], published: Published) {
    const touched = displays.filter((id) => byDisplay.get(id)?.etag !== published.etag)
    for (const id of displays) byDisplay.set(id, published)
    if (touched.length > 0) for (const listener of listeners) listener(touched)
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
    if (stepAt(now()) === compiledStep) return
    Object.assign(snapshot, await loadSnapshot(payload))
    await compileAll()
  }

  /** One compilation at a time, in order; a failed one leaves the manifests as they were. */
  function queue(task: () => Promise<void>): Promise<void> {
    work = work
      .then(() => (closed ? undefined : task()))
      .catch((error: unknown) => warn('publishing failed', { error }))
    return work
  }

  queue(compileAll)
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
    needs: currentNeeds,
    onCompiled(listener) {
      followers.add(listener)
      return () => followers.delete(listener)
    },
    close() {
      closed = true
      return work
    },
  }
}

function isSame(some: readonly unknown[], others: readonly unknown[]) {
  return some.length === others.length && some.every((item, index) => item === others[index])
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
