import type { Manifest } from '../../src/manifest/manifest'
import { type ErrorCode, faultOf, PlayerError, POLICY } from '../core/policy'
import { identityOf, type Skipped, type Slot, slotAt } from '../core/position'
import type { Layer } from './layer'

/** A play as it ended; `from` in ms since the epoch. */
export type Played = {
  content: string
  schedule: string | null
  from: number
  ms: number
  outcome: 'completed' | 'cut' | 'failed' | 'skipped'
  manifest: string
  error?: string
}

/** A manifest with its hash, by which plays name it. */
export type Programme = { manifest: Manifest; sha256: string }

/** What a frame drawn now is seen at: half a frame of 60 Hz later, so that a change falls on the nearest frame. */
const HALF_FRAME_MS = 8
/** The next item is made ready this long before its turn: it holds decoders and memory. */
const PREPARE_AHEAD_MS = 10_000
/** An item that is not ready this long after its turn is given up. */
const LATE_MS = 15_000
/** A play that began within this much of its start and reached its end within this is whole, in ms. */
const WHOLE_MS = 1000
/** How long a fault is remembered after its item may be tried again, in ms. */
const FORGET_MS = 24 * 3_600_000
/** How old layers outlive the change: until the new one has been painted. */
const LINGER_MS = 100

export type Director = {
  /** Called once a frame. */
  frame(): void
  /** Looks anew at what is due: the manifest or the files have changed. */
  refresh(): void
  /** Rebuilds what is on top, in the stage's new size. */
  rebuild(): void
  playing(): { content: string; schedule: string | null; since: number } | null
  /** What is on top. */
  slot(): Slot | null
}

type Showing = { slot: Slot; layer: Layer; since: number; late: boolean; sha256: string }
type Coming = {
  slot: Slot
  layer: Layer
  state: 'loading' | 'ready' | 'failed'
  error: unknown
  sha256: string
}

/**
 * Puts on the stage what the programme says, from frame to frame: makes the next item ready beneath the one that is on, changes
 * on the frame of its turn, and tells what was played. What is on stays until the next is ready: there is no frame between.
 */
export function createDirector(options: {
  now(): number
  programme(): Programme | null
  /** Items may change now: a waiting manifest may take over. */
  boundary(): void
  /** Whether a content's files are here. */
  available(manifest: Manifest, content: string): boolean
  build(manifest: Manifest | null, slot: Slot, position: number, failed: (error: unknown) => void): Layer
  stage: { mount(layer: Layer): void; reveal(layer: Layer): void; unmount(layer: Layer): void }
  later(run: () => void, ms: number): void
  played(play: Played): void
  report(code: ErrorCode, detail: string): void
}): Director {
  const { now, stage } = options
  let showing: Showing | null = null
  let coming: Coming | null = null
  let dirty = true
  let skippedKey = ''
  /** Contents that could not be shown, by what they are, until when. */
  const broken = new Map<string, { code: ErrorCode; detail: string; times: number; until: number }>()

  function playable(manifest: Manifest) {
    return (content: string) => {
      const known = broken.get(identityOf(manifest, content))
      return !(known && known.until > now()) && options.available(manifest, content)
    }
  }

  function dueAt(at: number): { slot: Slot; skipped: Skipped | null } {
    const programme = options.programme()
    if (programme) return slotAt(programme.manifest, at, playable(programme.manifest))
    return { slot: { kind: 'standby', key: 'standby', from: at, to: Number.MAX_SAFE_INTEGER }, skipped: null }
  }

  function advance(at: number) {
    options.boundary()
    const { slot, skipped } = dueAt(at)
    if (skipped) noteSkipped(skipped)
    if (showing && showing.slot.key === slot.key) {
      showing.slot = slot
      showing.layer.mute(slot.kind === 'item' && slot.muted)
      dirty = false
      return
    }
    if (coming && coming.state === 'loading' && at >= coming.slot.to) missed(coming)
    if (!coming || coming.slot.key !== slot.key) prepare(slot, at)
    else if (coming.state === 'loading' && at - Math.max(coming.slot.from, startedAt) > LATE_MS) {
      coming.state = 'failed'
      coming.error = new PlayerError('late')
    }
    if (coming && coming.state === 'ready') swap(coming, slot)
    else if (coming && coming.state === 'failed') giveUp(coming)
    else if (!showing) showStandby(at)
  }

  let startedAt = 0

  function prepare(slot: Slot, at: number) {
    drop()
    const programme = options.programme()
    const manifest = programme ? programme.manifest : null
    const position = slot.kind === 'item' ? Math.max(0, at - slot.start) : 0
    const layer = options.build(manifest, slot, position, (error) => failWhileOn(layer, error))
    const next: Coming = {
      slot,
      layer,
      state: 'loading',
      error: null,
      sha256: programme ? programme.sha256 : '',
    }
    // Cards need no making ready: they must be there on this very frame.
    if (slot.kind !== 'item') next.state = 'ready'
    coming = next
    startedAt = at
    layer.mute(slot.kind === 'item' && slot.muted)
    stage.mount(layer)
    layer.ready.then(
      () => {
        if (next.state === 'loading') next.state = 'ready'
      },
      (error: unknown) => {
        next.state = 'failed'
        next.error = error
      },
    )
  }

  function drop() {
    if (coming) stage.unmount(coming.layer)
    coming = null
  }

  function swap(next: Coming, slot: Slot) {
    const time = now()
    const old = showing
    finish(time)
    coming = null
    dirty = false
    const late = slot.kind === 'item' && time - slot.start > WHOLE_MS
    showing = { slot, layer: next.layer, since: time, late, sha256: next.sha256 }
    next.layer.mute(slot.kind === 'item' && slot.muted)
    stage.reveal(next.layer)
    next.layer.start(slot.kind === 'item' ? time - slot.start : 0)
    if (old) options.later(() => stage.unmount(old.layer), LINGER_MS)
  }

  function showStandby(at: number) {
    const slot: Slot = { kind: 'standby', key: 'standby', from: at, to: at }
    const layer = options.build(null, slot, 0, () => undefined)
    stage.mount(layer)
    stage.reveal(layer)
    showing = { slot, layer, since: at, late: false, sha256: '' }
  }

  /** Tells of the play that ends now. */
  function finish(time: number, fault?: { code: ErrorCode; detail: string }) {
    if (showing?.slot.kind !== 'item') return
    const { slot, since, late, sha256 } = showing
    // A page that was hidden or asleep has shown nothing meanwhile.
    const until = Math.min(time, slot.to + LATE_MS)
    const whole = !late && time >= slot.end - WHOLE_MS
    options.played({
      content: slot.content,
      schedule: slot.schedule,
      from: Math.round(since),
      ms: Math.max(0, Math.round(until - since)),
      outcome: fault ? 'failed' : whole ? 'completed' : 'cut',
      manifest: sha256,
      error: fault ? `${fault.code}: ${fault.detail}` : undefined,
    })
  }

  function markBroken(slot: Slot, error: unknown): { code: ErrorCode; detail: string } {
    const fault = faultOf(error, 'not-decodable')
    const programme = options.programme()
    if (slot.kind !== 'item' || !programme) return fault
    const identity = identityOf(programme.manifest, slot.content)
    const known = broken.get(identity)
    const times = known ? known.times + 1 : 1
    const { firstMs, mostMs } = POLICY[fault.code]
    broken.forEach((old, key) => {
      if (old.until < now() - FORGET_MS) broken.delete(key)
    })
    broken.set(identity, { ...fault, times, until: now() + Math.min(mostMs, firstMs * 2 ** (times - 1)) })
    options.report(fault.code, `${slot.content} ${fault.detail}`)
    return fault
  }

  function giveUp(failed: Coming) {
    markBroken(failed.slot, failed.error)
    drop()
    dirty = true
  }

  /** Its whole time passed before it was ready. */
  function missed({ slot }: Coming) {
    if (slot.kind !== 'item') return
    markBroken(slot, new PlayerError('late'))
    noteSkipped(slot)
    drop()
  }

  function failWhileOn(layer: Layer, error: unknown) {
    if (showing && showing.layer === layer) {
      const fault = markBroken(showing.slot, error)
      finish(now(), fault)
      // What it showed last stays until the next is ready, but it counts no more.
      showing = { ...showing, slot: { kind: 'standby', key: 'failed', from: now(), to: now() } }
      dirty = true
    } else if (coming && coming.layer === layer) {
      coming.state = 'failed'
      coming.error = error
    }
  }

  function noteSkipped({ content, schedule, start }: Skipped) {
    const programme = options.programme()
    const key = `${start} ${content}`
    if (!programme || key === skippedKey) return
    skippedKey = key
    const fault = broken.get(identityOf(programme.manifest, content))
    options.played({
      content,
      schedule,
      from: Math.round(now()),
      ms: 0,
      outcome: fault ? 'failed' : 'skipped',
      manifest: programme.sha256,
      error: fault ? `${fault.code}: ${fault.detail}` : undefined,
    })
  }

  function lookAhead(time: number, current: Showing) {
    if (coming) {
      if (coming.state === 'failed') giveUp(coming)
      return
    }
    if (current.slot.to - time > PREPARE_AHEAD_MS) return
    const { slot } = dueAt(current.slot.to)
    if (slot.kind === 'item' && slot.key !== current.slot.key) prepare(slot, current.slot.to)
  }

  return {
    frame() {
      const time = now()
      const at = time + HALF_FRAME_MS
      if (dirty || !showing || at >= showing.slot.to) advance(at)
      if (!showing) return
      const { slot, layer } = showing
      layer.frame(slot.kind === 'item' ? time - slot.start : 0)
      lookAhead(time, showing)
    },
    refresh() {
      dirty = true
    },
    rebuild() {
      drop()
      if (showing) showing.slot = { ...showing.slot, key: 'resized' }
      dirty = true
    },
    playing: () =>
      showing && showing.slot.kind === 'item'
        ? { content: showing.slot.content, schedule: showing.slot.schedule, since: Math.round(showing.since) }
        : null,
    slot: () => (showing ? showing.slot : null),
  }
}
