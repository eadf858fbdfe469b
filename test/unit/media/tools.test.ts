import { chmod, mkdir, stat, writeFile } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { locateTools } from '../../../src/media/tools'
import { temporaryFolder } from '../../factories/media'

let folder: Awaited<ReturnType<typeof temporaryFolder>>

beforeEach(async () => {
  folder = await temporaryFolder()
})
afterEach(() => folder.remove())

describe('locateTools', () => {
  it('takes what is configured, before what is on the path', () => {
    const places = {
      ffmpegPath: '/a/ffmpeg',
      ffprobePath: '/b/ffprobe',
      searchPath: folder.dir,
      root: folder.dir,
    }
    expect(locateTools(places)).toEqual({ ffmpeg: '/a/ffmpeg', ffprobe: '/b/ffprobe' })
  })

  it('takes the first on the path that can be run', async () => {
    const [first, second] = [join(folder.dir, '1'), join(folder.dir, '2')]
    for (const dir of [first, second]) {
      await mkdir(dir)
      for (const name of ['ffmpeg', 'ffprobe']) await writeFile(join(dir, name), '')
    }
    for (const name of ['ffmpeg', 'ffprobe']) await chmod(join(second, name), 0o755)
    const searchPath = ['', first, second].join(delimiter)
    expect(locateTools({ searchPath, root: folder.dir })).toEqual({
      ffmpeg: join(second, 'ffmpeg'),
      ffprobe: join(second, 'ffprobe'),
    })
  })

  it('takes the npm package, and makes it executable where its installation did not', async () => {
    for (const name of ['ffmpeg', 'ffprobe']) {
      const dir = join(
        folder.dir,
        'node_modules',
        `@${name}-installer`,
        `${process.platform}-${process.arch}`,
      )
      await mkdir(dir, { recursive: true })
      await writeFile(join(dir, 'package.json'), '{}')
      await writeFile(join(dir, name), '', { mode: 0o644 })
    }
    const { ffprobe } = locateTools({ root: folder.dir })
    expect(ffprobe).toContain('@ffprobe-installer')
    expect((await stat(ffprobe)).mode & 0o111).not.toBe(0)
  })

  it('says so where there is none', () => {
    expect(() => locateTools({ root: folder.dir })).toThrow(
      expect.objectContaining({ code: 'media-tool-missing' }),
    )
  })
})
