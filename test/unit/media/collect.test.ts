import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  collectable,
  graceFor,
  graceMs,
  neededForMs,
  referencedFiles,
  staleRenditions,
} from '../../../src/media/collect'

const dayMs = 86_400_000
const now = Date.UTC(2026, 5, 1)
/** Few, so that documents and files meet. */
const sha256 = fc.constantFrom(...'0123456789'.split('').map((digit) => digit.repeat(64)))
const reference = fc.record({ sha256, ext: fc.constantFrom('jpg', 'mp4') })
const maybe = fc.record({
  sha256: fc.option(sha256),
  ext: fc.option(fc.constantFrom('jpg', 'mp4')),
})
const mediaDocuments = fc.array(
  fc
    .tuple(maybe, fc.option(fc.array(reference), { nil: null }))
    .map(([own, renditions]) => ({ ...own, renditions })),
)
const instants = fc.integer({ min: now - 100 * dayMs, max: now + dayMs })
const files = fc.uniqueArray(fc.record({ file: reference, bytes: fc.nat(1000), modified: instants }), {
  selector: ({ file }) => nameOf(file),
})
const memories = fc.array(fc.tuple(reference.map(nameOf), instants)).map((entries) => new Map(entries))

function nameOf({ sha256: hash, ext }: { sha256: string; ext: string }) {
  return `${hash}.${ext}`
}

describe('collectable', () => {
  it('never has what a document refers to, whatever the documents, the files and the memory', () => {
    fc.assert(
      fc.property(
        mediaDocuments,
        fc.array(maybe),
        files,
        memories,
        (media, renditions, listed, unreferenced) => {
          const referenced = referencedFiles({ media, renditions })
          const { remove } = collectable({ listed, referenced, unreferenced, grace: graceMs, now })
          for (const { file } of remove) {
            const points = (one: { sha256: string | null; ext: string | null }) =>
              one.sha256 === file.sha256 && one.ext === file.ext
            expect(renditions.some(points)).toBe(false)
            expect(media.some((document) => points(document) || document.renditions?.some(points))).toBe(
              false,
            )
          }
        },
      ),
    )
  })

  it('has nothing that was handed in, or seen for the first time, within the grace time', () => {
    fc.assert(
      fc.property(files, memories, (listed, unreferenced) => {
        const { remove } = collectable({ listed, referenced: new Set(), unreferenced, grace: graceMs, now })
        for (const { file, modified } of remove) {
          expect(modified).toBeLessThanOrEqual(now - graceMs)
          expect(unreferenced.get(nameOf(file))).toBeLessThanOrEqual(now - graceMs)
        }
      }),
    )
  })

  it('has every other file in the end', () => {
    fc.assert(
      fc.property(files, memories, (listed, before) => {
        const referenced = new Set<string>()
        const first = collectable({ listed, referenced, unreferenced: before, grace: graceMs, now })
        const later = now + graceMs + 2 * dayMs
        const { unreferenced } = first
        const second = collectable({ listed, referenced, unreferenced, grace: graceMs, now: later })
        expect(second.remove).toEqual(listed)
      }),
    )
  })

  it('starts the grace time anew for what was wanted in between', () => {
    const file = { sha256: '0'.repeat(64), ext: 'jpg' }
    const listed = [{ file, bytes: 1, modified: now - 90 * dayMs }]
    const run = (referenced: string[], unreferenced: ReadonlyMap<string, number>, days: number) =>
      collectable({
        ...{ listed, referenced: new Set(referenced), unreferenced },
        ...{ grace: graceMs, now: now + days * dayMs },
      })
    const first = run([], new Map(), 0)
    const wanted = run([nameOf(file)], first.unreferenced, 6)
    const unwanted = run([], wanted.unreferenced, 8)
    expect(unwanted.remove).toEqual([])
    expect(run([], unwanted.unreferenced, 14).remove).toEqual([])
    expect(run([], unwanted.unreferenced, 15).remove).toEqual(listed)
  })
})

it('waits until the last address of the longest manifest is over', () => {
  expect([0, 6, 7, 30].map(graceFor)).toEqual([7 * dayMs, 7 * dayMs, 8 * dayMs, 31 * dayMs])
})

it('lets renditions go that no display has needed for long, and none that one needs', () => {
  const days = (count: number) => new Date(now - count * dayMs).toISOString()
  const old = { updatedAt: days(90) }
  const renditions = [
    { id: 'needed', key: 'a', neededAt: days(40), ...old },
    { id: 'recent', key: 'b', neededAt: days(29), ...old },
    { id: 'stale', key: 'c', neededAt: days(31), ...old },
    { id: 'never', key: 'd', neededAt: null, ...old },
    { id: 'new', key: 'e', neededAt: null, updatedAt: days(1) },
  ]
  const stale = staleRenditions(renditions, { needed: new Set(['a']), now })
  expect(stale.map(({ id }) => id)).toEqual(['stale', 'never'])
  expect(neededForMs).toBe(30 * dayMs)
})
