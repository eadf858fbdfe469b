import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Revision, revisionBook } from '../../../src/publish/revisions'

function aStore(initial: [string, Revision][] = []) {
  const kept = new Map(initial)
  return {
    kept,
    last: async (id: string) => kept.get(id) ?? null,
    save: async (id: string, value: Revision) => void kept.set(id, value),
  }
}

describe('revisionBook', () => {
  it('numbers a display’s first manifest by the clock', async () => {
    const book = revisionBook(aStore())
    expect(await book.of('d', 'a', 1000)).toEqual({ revision: 1000, sha256: 'a' })
  })

  it('keeps the number while the hash is the same, over a restart too', async () => {
    const store = aStore()
    await revisionBook(store).of('d', 'a', 1000)
    expect(await revisionBook(store).of('d', 'a', 2000)).toEqual({ revision: 1000, sha256: 'a' })
  })

  it('moves forward from a backup whose clock or numbers are behind', async () => {
    const ahead = revisionBook(aStore([['d', { revision: 5000, sha256: 'a' }]]))
    expect((await ahead.of('d', 'b', 1000)).revision).toBe(5001)
    const behind = revisionBook(aStore([['d', { revision: 10, sha256: 'a' }]]))
    expect((await behind.of('d', 'b', 9000)).revision).toBe(9000)
  })

  it('gives one number for one hash to polls that come at once', async () => {
    const book = revisionBook(aStore())
    const answers = await Promise.all([1, 2, 3].map((now) => book.of('d', 'a', now)))
    expect(new Set(answers.map(({ revision }) => revision)).size).toBe(1)
  })

  it('hands out nothing that it could not keep', async () => {
    const book = revisionBook({
      last: async () => null,
      save: () => Promise.reject(new Error('disk full')),
    })
    await expect(book.of('d', 'a', 1)).rejects.toThrow('disk full')
  })

  it('rises with each change of the hash, whatever the clock does', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ now: fc.nat(), sha256: fc.constantFrom('a', 'b', 'c') }), { minLength: 2 }),
        async (changes) => {
          const book = revisionBook(aStore())
          let last: Revision | null = null
          for (const { now, sha256 } of changes) {
            const next: Revision = await book.of('d', sha256, now)
            if (last) expect(next.sha256 === last.sha256 ? next : next.revision > last.revision).toBeTruthy()
            if (last?.sha256 === sha256) expect(next).toEqual(last)
            last = next
          }
        },
      ),
    ))
})
