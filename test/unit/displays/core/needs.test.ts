import { describe, expect, it } from 'vitest'
import { filesAhead, filesWithin } from '../../../../displays/core/needs'
import { loopManifest, sha256 } from '../../../factories/loop-manifest'

const NOW = 1_790_000_000_000
const [A, B, C, COVER] = ['a', 'b', 'c', 'cover'].map(sha256) as [string, string, string, string]
const entry = { url: '/x', bytes: 1, type: 'image/png' }
const image = (file: string) => ({ kind: 'image' as const, file })
const manifest = loopManifest(
  [
    { id: 'a', ms: 10_000, content: image(A) },
    { id: 'text', ms: 10_000 },
    { id: 'song', ms: 10_000, content: { kind: 'audio', file: B, cover: COVER } },
  ],
  { now: NOW, files: { [A]: entry, [B]: entry, [C]: entry, [COVER]: entry } },
)

describe('filesAhead', () => {
  it('lists what is played, nearest first, each once', () => {
    expect(filesAhead(manifest, NOW + 12_000)).toEqual([
      { sha256: B, at: NOW + 20_000 },
      { sha256: COVER, at: NOW + 20_000 },
      { sha256: A, at: NOW + 30_000 },
    ])
  })

  it('reads on in later segments where one is too short for its loop', () => {
    const [segment] = manifest.segments
    if (!segment) throw new Error('no segment')
    const later = { ...segment, from: NOW + 5_000, anchor: NOW + 5_000 }
    const split = { ...manifest, segments: [{ ...segment, to: NOW + 5_000 }, later] }
    expect(filesAhead(split, NOW).map(({ sha256: hash }) => hash)).toEqual([A, B, COVER])
  })
})

describe('filesWithin', () => {
  it('stops where the window does', () => {
    expect(filesWithin(manifest, NOW, NOW + 15_000)).toEqual([{ sha256: A, at: NOW }])
    expect(filesWithin(manifest, NOW, NOW + 25_000).map(({ sha256: hash }) => hash)).toEqual([A, B, COVER])
  })
})
