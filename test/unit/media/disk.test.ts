import { mkdir, readdir, readFile, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { diskStorage } from '../../../src/media/disk'
import type { Storage } from '../../../src/media/storage'
import { every } from '../../factories/every'
import { temporaryFolder } from '../../factories/media'

const sha256 = 'ab'.repeat(32)
const file = { sha256, ext: 'txt' }

let folder: Awaited<ReturnType<typeof temporaryFolder>>

beforeEach(async () => {
  folder = await temporaryFolder()
})
afterEach(() => folder.remove())

/** Hands `content` in under the name of `file`. */
async function written(storage: Storage, content: string) {
  const path = await storage.temporaryPath('part')
  await writeFile(path, content)
  return storage.adopt(path, file)
}

describe('diskStorage', () => {
  it('moves a file to its content name, once', async () => {
    const storage = diskStorage({ dir: folder.dir })
    expect(await written(storage, '0123456789')).toEqual({ bytes: 10, added: true })
    expect(await written(storage, '0123456789')).toEqual({ bytes: 10, added: false })
    expect(await readFile(join(folder.dir, 'ab', `${sha256}.txt`), 'utf8')).toBe('0123456789')
    expect(await readdir(storage.temporaryDir)).toEqual([])
    expect(await text(storage.read(file, { start: 2, end: 4 }))).toBe('234')
  })

  it('replaces what a damaged disk cut short', async () => {
    const storage = diskStorage({ dir: folder.dir })
    await mkdir(join(folder.dir, 'ab'))
    await writeFile(join(folder.dir, 'ab', `${sha256}.txt`), '01')
    const path = await storage.temporaryPath('part')
    await writeFile(path, '0123456789')
    expect(await storage.adopt(path, file)).toEqual({ bytes: 10, added: true })
    expect(await storage.stat(file)).toEqual({ bytes: 10 })
  })

  it('tells what is not there, and removes without complaint', async () => {
    const storage = diskStorage({ dir: folder.dir })
    expect(await storage.stat(file)).toBeNull()
    await expect(storage.localPath(file)).rejects.toMatchObject({ code: 'media-original-missing' })
    await storage.remove(file)
  })

  it('lists what it keeps, not what is half done, and the space there is', async () => {
    const storage = diskStorage({ dir: folder.dir })
    expect(await every(storage.list())).toEqual([])
    await written(storage, '0123456789')
    await writeFile(await storage.temporaryPath('mp4'), 'half')
    await writeFile(join(folder.dir, 'ab', 'notes.txt'), 'of somebody else')
    const [listed, ...others] = await every(storage.list())
    expect(listed).toMatchObject({ file, bytes: 10 })
    expect(others).toEqual([])
    expect(await storage.pathAtHand(file)).toBe(join(folder.dir, 'ab', `${sha256}.txt`))
    const { freeBytes, totalBytes } = await storage.space()
    expect(freeBytes).toBeGreaterThan(0)
    expect(totalBytes).toBeGreaterThan(freeBytes)
  })

  it('keeps what was handed in again since somebody looked', async () => {
    const storage = diskStorage({ dir: folder.dir })
    await written(storage, '0123456789')
    const old = new Date(1000)
    await utimes(join(folder.dir, 'ab', `${sha256}.txt`), old, old)
    const path = await storage.temporaryPath('part')
    await writeFile(path, '0123456789')
    const again = storage.adopt(path, file)
    expect(await storage.remove(file, { before: 2000 })).toBe(false)
    expect(await again).toEqual({ bytes: 10, added: false })
    expect(await storage.stat(file)).toEqual({ bytes: 10 })
    await utimes(join(folder.dir, 'ab', `${sha256}.txt`), old, old)
    expect(await storage.remove(file, { before: 2000 })).toBe(true)
    expect(await storage.stat(file)).toBeNull()
  })

  it('sweeps what a crash left', async () => {
    const storage = diskStorage({ dir: folder.dir })
    await writeFile(await storage.temporaryPath('mp4'), 'half')
    await storage.sweep()
    expect(await readdir(folder.dir)).toEqual([])
  })

  it.each([
    ['../../etc/passwd', 'txt'],
    [sha256, '../x'],
    [sha256.toUpperCase(), 'txt'],
    [sha256, ''],
  ])('walks nowhere for %s.%s', async (name, ext) => {
    await expect(diskStorage({ dir: folder.dir }).stat({ sha256: name, ext })).rejects.toThrow(RangeError)
  })
})
