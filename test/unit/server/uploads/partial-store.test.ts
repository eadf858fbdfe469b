import { createHash, randomBytes } from 'node:crypto'
import { readdir, readFile, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { Upload } from '@tus/server'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { PartialStore } from '../../../../src/server/uploads/partial-store'
import { temporaryFolder } from '../../../factories/media'

const id = 'a'.repeat(32)
const bytes = randomBytes(300_000)
const digest = createHash('sha256').update(bytes).digest('hex')

let folder: Awaited<ReturnType<typeof temporaryFolder>>
let store: PartialStore

beforeEach(async () => {
  folder = await temporaryFolder()
  store = new PartialStore(folder.dir)
  await store.create(new Upload({ id, size: bytes.length, offset: 0 }))
})
afterEach(() => folder.remove())

const piece = (start: number, end = bytes.length) => Readable.from([bytes.subarray(start, end)])

describe('PartialStore', () => {
  it('knows the digest of what came in pieces, once', async () => {
    expect(await store.write(piece(0, 100_000), id, 0)).toBe(100_000)
    expect(await store.write(piece(100_000), id, 100_000)).toBe(bytes.length)
    expect((await readFile(join(folder.dir, id))).equals(bytes)).toBe(true)
    expect(store.takeDigest(id, bytes.length)).toBe(digest)
    expect(store.takeDigest(id, bytes.length)).toBeNull()
  })

  it('knows none where another process took the first bytes', async () => {
    await store.write(piece(0, 1000), id, 0)
    const next = new PartialStore(folder.dir)
    await next.write(piece(1000), id, 1000)
    expect(next.takeDigest(id, bytes.length)).toBeNull()
    expect((await next.getUpload(id)).offset).toBe(bytes.length)
  })

  it('keeps what came before a line broke, and its digest goes on from there', async () => {
    async function* broken() {
      yield bytes.subarray(0, 70_000)
      throw new Error('the line broke')
    }
    await expect(store.write(Readable.from(broken()), id, 0)).rejects.toThrow('the line broke')
    expect((await store.getUpload(id)).offset).toBe(70_000)
    await store.write(piece(70_000), id, 70_000)
    expect(store.takeDigest(id, bytes.length)).toBe(digest)
  })

  it('removes what is old, and at a start what a crash left half made', async () => {
    const [old, lone, half] = ['b', 'c', 'd'].map((letter) => letter.repeat(32)) as [string, string, string]
    await store.create(new Upload({ id: old, size: 5, offset: 0 }))
    await utimes(join(folder.dir, old), new Date(1000), new Date(1000))
    await writeFile(join(folder.dir, lone), 'bytes of nothing known')
    await writeFile(join(folder.dir, half), '')
    await writeFile(join(folder.dir, `${half}.json`), '{"id":"d')
    await store.tidy({ before: 2000, starting: false })
    expect((await readdir(folder.dir)).sort()).toEqual([id, `${id}.json`, lone, half, `${half}.json`])
    await store.tidy({ before: 2000, starting: true })
    expect((await readdir(folder.dir)).sort()).toEqual([id, `${id}.json`])
  })
})
