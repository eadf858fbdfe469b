import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { diskStorage } from '../../../src/media/disk'
import { temporaryFolder } from '../../factories/media'

const sha256 = 'ab'.repeat(32)
const file = { sha256, ext: 'txt' }

let folder: Awaited<ReturnType<typeof temporaryFolder>>

beforeEach(async () => {
  folder = await temporaryFolder()
})
afterEach(() => folder.remove())

describe('diskStorage', () => {
  it('moves a file to its content name, once', async () => {
    const storage = diskStorage({ dir: folder.dir })
    expect(await storage.adopt(await written('0123456789'), file)).toEqual({ bytes: 10, added: true })
    expect(await storage.adopt(await written('0123456789'), file)).toEqual({ bytes: 10, added: false })
    expect(await readFile(join(folder.dir, 'ab', `${sha256}.txt`), 'utf8')).toBe('0123456789')
    expect(await readdir(storage.temporaryDir)).toEqual([])
    expect(await text(storage.read(file, { start: 2, end: 4 }))).toBe('234')

    async function written(content: string) {
      const path = await storage.temporaryPath('part')
      await writeFile(path, content)
      return path
    }
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
