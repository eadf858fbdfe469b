import type { Manifest } from '../../src/manifest/manifest'

type Segment = Manifest['segments'][number]
type Loop = Manifest['loops'][string]

/**
 * What is on the screen during [from, to), in ms since the epoch. An item's `start` and `end` are those of this play of
 * it by the loop, and may lie outside: a segment may begin or end within it. Slots with the same `key` are one showing.
 */
export type Slot =
  | {
      kind: 'item'
      key: string
      content: string
      schedule: string | null
      start: number
      end: number
      from: number
      to: number
      level: Segment['level']
      muted: boolean
    }
  | { kind: 'off' | 'standby'; key: string; from: number; to: number }

export type SlotItem = Extract<Slot, { kind: 'item' }>

/** An entry that is due but cannot be shown; the slot beside it is what fills its time. */
export type Skipped = { content: string; schedule: string | null; start: number }

/**
 * What a manifest shows at `at`. Where the entry that is due is not playable, its time is filled by the playable entries
 * that follow it in the loop, in their order, from its start: two displays that lack the same file still agree. Where
 * there is none, and outside the manifest's horizon: standby.
 */
export function slotAt(
  manifest: Manifest,
  at: number,
  playable: (content: string) => boolean,
): { slot: Slot; skipped: Skipped | null } {
  const segment = at < manifest.validUntil ? segmentAt(manifest, at) : null
  if (!segment) {
    const next = nextSegmentStart(manifest, at)
    return { slot: { kind: 'standby', key: 'standby', from: at, to: next }, skipped: null }
  }
  const to = Math.min(segment.to, manifest.validUntil)
  if (segment.level === 'off')
    return { slot: { kind: 'off', key: 'off', from: segment.from, to }, skipped: null }
  const loop = segment.loop === null ? undefined : manifest.loops[segment.loop]
  const due = loop ? entryAt(loop, segment.anchor, at) : null
  if (!loop || !due)
    return { slot: { kind: 'standby', key: 'standby', from: segment.from, to }, skipped: null }
  const [content, , schedule] = due.entry
  const until = Math.min(due.end, to)
  if (playable(content)) return { slot: itemSlot(manifest, segment, due, until), skipped: null }
  const skipped = { content, schedule, start: due.start }
  const others = loop
    .slice(due.index + 1)
    .concat(loop.slice(0, due.index))
    .filter((entry) => playable(entry[0]))
  const filling = entryAt(others, due.start, at)
  if (!filling) {
    return {
      slot: { kind: 'standby', key: 'standby', from: Math.max(due.start, segment.from), to: until },
      skipped,
    }
  }
  return { slot: itemSlot(manifest, segment, filling, Math.min(filling.end, until)), skipped }
}

/** The segment that holds `at`, by binary search: segments are sorted and do not overlap. */
export function segmentAt(manifest: Manifest, at: number): Segment | null {
  const { segments } = manifest
  let low = 0
  let high = segments.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const segment = segments[middle]
    if (!segment) return null
    if (at < segment.from) high = middle - 1
    else if (at >= segment.to) low = middle + 1
    else return segment
  }
  return null
}

type Due = { entry: Loop[number]; index: number; start: number; end: number }

/** The entry of a loop repeated from `anchor` that is due at `at`; null for a loop of no length. */
export function entryAt(loop: Loop, anchor: number, at: number): Due | null {
  const ends = endsOf(loop)
  const duration = ends[ends.length - 1]
  if (!duration) return null
  const position = (((at - anchor) % duration) + duration) % duration
  let low = 0
  let high = ends.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if (position < (ends[middle] as number)) high = middle
    else low = middle + 1
  }
  const entry = loop[low]
  if (!entry) return null
  const end = at - position + (ends[low] as number)
  return { entry, index: low, start: end - entry[1], end }
}

const endsByLoop = new WeakMap<Loop, number[]>()

/** Running totals of a loop's milliseconds, made once for each loop. */
function endsOf(loop: Loop): number[] {
  const known = endsByLoop.get(loop)
  if (known) return known
  let total = 0
  const ends = loop.map((entry) => {
    total += entry[1]
    return total
  })
  endsByLoop.set(loop, ends)
  return ends
}

function itemSlot(manifest: Manifest, segment: Segment, due: Due, to: number): SlotItem {
  const [content, , schedule] = due.entry
  return {
    kind: 'item',
    key: `${due.start} ${identityOf(manifest, content)}`,
    content,
    schedule,
    start: due.start,
    end: due.end,
    from: Math.max(due.start, segment.from),
    to,
    level: segment.level,
    muted: segment.muted,
  }
}

/** Equal where a viewer would see and hear the same. */
export function identityOf(manifest: Manifest, content: string): string {
  return `${content} ${JSON.stringify(manifest.contents[content])}`
}

function nextSegmentStart(manifest: Manifest, at: number): number {
  if (at >= manifest.validUntil) return Number.MAX_SAFE_INTEGER
  for (const segment of manifest.segments) if (segment.from > at) return segment.from
  return manifest.validUntil
}
