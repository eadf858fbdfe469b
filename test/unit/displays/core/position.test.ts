import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { entryAt, segmentAt, slotAt } from '../../../../displays/core/position'
import { loopManifest } from '../../../factories/loop-manifest'

const NOW = 1_790_000_000_000
const all = () => true

describe('slotAt', () => {
  const manifest = loopManifest(
    [
      { id: 'a', ms: 10_000 },
      { id: 'b', ms: 5_000 },
      { id: 'c', ms: 15_000 },
    ],
    { now: NOW },
  )

  it.each([
    [0, 'a', 0, 10_000],
    [9_999, 'a', 0, 10_000],
    [10_000, 'b', 10_000, 15_000],
    [15_000, 'c', 15_000, 30_000],
    [30_000, 'a', 30_000, 40_000],
    [-1, 'c', -15_000, 0],
  ])('shows at %i ms what the loop says', (offset, content, from, to) => {
    const { slot, skipped } = slotAt(manifest, NOW + offset, all)
    expect(slot).toMatchObject({ kind: 'item', content, from: NOW + from, to: NOW + to, schedule: 's-1' })
    expect(skipped).toBeNull()
  })

  it('fills the time of what cannot be shown with what follows it, from its start', () => {
    const without = (content: string) => content !== 'c'
    const first = slotAt(manifest, NOW + 15_000, without)
    expect(first.slot).toMatchObject({ content: 'a', from: NOW + 15_000, to: NOW + 25_000 })
    expect(first.skipped).toEqual({ content: 'c', schedule: 's-1', start: NOW + 15_000 })
    expect(slotAt(manifest, NOW + 26_000, without).slot).toMatchObject({ content: 'b', to: NOW + 30_000 })
    expect(slotAt(manifest, NOW + 30_000, without).slot).toMatchObject({ content: 'a', to: NOW + 40_000 })
  })

  it('stands by where nothing can be shown, until the next item is due', () => {
    const { slot, skipped } = slotAt(manifest, NOW + 1_000, () => false)
    expect(slot).toMatchObject({ kind: 'standby', to: NOW + 10_000 })
    expect(skipped).toMatchObject({ content: 'a' })
  })

  it('stands by after validUntil and before the first segment', () => {
    expect(slotAt(manifest, manifest.validUntil, all).slot.kind).toBe('standby')
    expect(slotAt(manifest, manifest.from - 1, all).slot).toMatchObject({
      kind: 'standby',
      to: manifest.from,
    })
  })

  it('is dark where the segment is off, and stands by where its loop is empty', () => {
    const segment = { from: NOW, to: NOW + 60_000, anchor: NOW, muted: false, loop: null, layout: null }
    const off = { ...manifest, segments: [{ ...segment, level: 'off' as const }] }
    expect(slotAt(off, NOW, all).slot).toMatchObject({ kind: 'off', to: NOW + 60_000 })
    const standby = { ...manifest, segments: [{ ...segment, level: 'standby' as const }] }
    expect(slotAt(standby, NOW, all).slot.kind).toBe('standby')
  })

  it('goes on with the same showing where a segment only changes the sound', () => {
    const [whole] = manifest.segments
    if (!whole) throw new Error('no segment')
    const cut = NOW + 4_000
    const split = {
      ...manifest,
      segments: [
        { ...whole, to: cut },
        { ...whole, from: cut, muted: true },
      ],
    }
    const before = slotAt(split, cut - 1, all).slot
    const after = slotAt(split, cut, all).slot
    expect(after.key).toBe(before.key)
    expect(before.to).toBe(cut)
    expect(after).toMatchObject({ muted: true, to: NOW + 10_000 })
  })

  it('covers all time without a gap, in agreement with a walk over the loop', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 100, max: 90_000 }), { minLength: 1, maxLength: 12 }),
        fc.integer({ min: -3_000_000, max: 3_000_000 }),
        (lengths, offset) => {
          const any = loopManifest(
            lengths.map((ms, index) => ({ id: String(index), ms })),
            { now: NOW },
          )
          const at = NOW + offset
          const { slot } = slotAt(any, at, all)
          expect(slot.from).toBeLessThanOrEqual(at)
          expect(slot.to).toBeGreaterThan(at)
          expect(slotAt(any, slot.to, all).slot.from).toBe(slot.to)
          expect(slot).toMatchObject({ content: walked(lengths, offset) })
        },
      ),
    )
  })
})

function walked(lengths: number[], offset: number): string {
  const total = lengths.reduce((sum, ms) => sum + ms, 0)
  let left = ((offset % total) + total) % total
  const index = lengths.findIndex((ms) => {
    left -= ms
    return left < 0
  })
  return String(index)
}

describe('segmentAt', () => {
  it('finds the one that holds an instant among many, half-open', () => {
    const base = loopManifest([{ id: 'a', ms: 1000 }], { now: NOW })
    const [first] = base.segments
    if (!first) throw new Error('no segment')
    const segments = Array.from({ length: 1001 }, (_, index) => ({
      ...first,
      from: NOW + index * 1000,
      to: NOW + index * 1000 + 1000,
    }))
    const manifest = { ...base, segments }
    expect(segmentAt(manifest, NOW + 999)).toBe(segments[0])
    expect(segmentAt(manifest, NOW + 1000)).toBe(segments[1])
    expect(segmentAt(manifest, NOW + 1_000_999)).toBe(segments[1000])
    expect(segmentAt(manifest, NOW - 1)).toBeNull()
    expect(segmentAt(manifest, NOW + 1_001_000)).toBeNull()
  })
})

describe('entryAt', () => {
  it('is null for a loop of no length', () => {
    expect(entryAt([], NOW, NOW)).toBeNull()
  })
})
