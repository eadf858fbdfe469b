import { describe, expect, it } from 'vitest'
import { decideSwap, READY_AHEAD_MS } from '../../../../displays/core/swap'
import type { Manifest } from '../../../../src/manifest/manifest'
import { contentOf, loopManifest, sha256 } from '../../../factories/loop-manifest'

const NOW = 1_790_000_000_000
const A = sha256('a')
const B = sha256('b')
const files = { [A]: file(A), [B]: file(B) }

function file(hash: string) {
  return { url: `/media/${hash}`, bytes: 1, type: 'image/png' }
}
function showing(...hashes: string[]): Manifest {
  const items = hashes.map((hash) => ({
    id: hash,
    ms: 10_000,
    content: { kind: 'image' as const, file: hash },
  }))
  return loopManifest(items, { now: NOW, files })
}
function state(have: string[], failures = 0) {
  return { has: (hash: string) => have.includes(hash), failures: () => failures }
}
function levelled(manifest: Manifest, level: Manifest['segments'][number]['level']): Manifest {
  return { ...manifest, segments: manifest.segments.map((segment) => ({ ...segment, level })) }
}

describe('decideSwap', () => {
  it.each<[string, 'now' | 'boundary' | 'wait', Manifest | null, Manifest, ReturnType<typeof state>]>([
    ['the first manifest', 'now', null, showing(A), state([])],
    ['one whose files are not here', 'wait', showing(A), showing(A, B), state([A])],
    ['one whose missing file failed twice', 'wait', showing(A), showing(A, B), state([A], 2)],
    ['one whose missing file failed three times', 'boundary', showing(A), showing(A, B), state([A], 3)],
    ['one that goes on with the same', 'boundary', showing(A), showing(A, B), state([A, B])],
    ['one that plays something else now', 'now', showing(A), showing(B), state([A, B])],
    ['something else, but not here yet', 'wait', showing(A), showing(B), state([A])],
    ['an emergency, whatever is here', 'now', showing(A), levelled(showing(B), 'emergency'), state([A])],
    ['off, whatever is here', 'now', showing(A), levelled(showing(B), 'off'), state([A])],
    ['a withdrawal, whatever is here', 'now', showing(A), { ...showing(B), withdrawn: [A] }, state([A])],
    ['one after a screen with nothing to show', 'now', showing(A), showing(B), state([])],
  ])('%s: %s', (_, decision, current, next, filesHere) => {
    expect(decideSwap({ current, next, at: NOW + 1000, files: filesHere })).toBe(decision)
  })

  it('shows an edited text at once', () => {
    const text = contentOf('x').text
    const edited = { kind: 'text' as const, text: text && { ...text, body: '新的标语' } }
    const before = loopManifest([{ id: 'x', ms: 60_000 }], { now: NOW })
    const after = loopManifest([{ id: 'x', ms: 60_000, content: edited }], { now: NOW })
    expect(decideSwap({ current: before, next: after, at: NOW, files: state([]) })).toBe('now')
  })

  it('waits for no file that is needed later than ten minutes on', () => {
    const items = [
      { id: A, ms: READY_AHEAD_MS + 1000, content: { kind: 'image' as const, file: A } },
      { id: B, ms: 10_000, content: { kind: 'image' as const, file: B } },
    ]
    const next = loopManifest(items, { now: NOW, files })
    expect(decideSwap({ current: showing(A), next, at: NOW, files: state([A]) })).toBe('boundary')
    expect(decideSwap({ current: showing(A), next, at: NOW + 2000, files: state([A]) })).toBe('wait')
  })
})
