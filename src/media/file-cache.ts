import { randomUUID } from 'node:crypto'
import { mkdir, open, readdir, rename, rm, stat, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { MediaFault } from './faults'
import { hashFile } from './hash'
import { contentName, type StoredFile } from './storage'

export type FileCache = {
  /** The path of a file that is here, which counts as used now; else null. */
  find(file: StoredFile): Promise<string | null>
  /** Moves a whole file in, known to be what its name says, and makes room. Gives its new path. */
  take(path: string, file: StoredFile): Promise<string>
  /** The path of a file, downloaded to a path by `download` where it is not here; asked twice at once, it is downloaded once. */
  fill(file: StoredFile, download: (path: string) => Promise<void>): Promise<string>
  drop(file: StoredFile): Promise<void>
}

/** A tool may open a file again while it works; only what nobody used for this long makes room. */
const inUseMs = 3_600_000

/**
 * Copies of stored files on the local disk, at most `maxBytes` of them but for those in use: the least recently used go first. What
 * comes from elsewhere is checked against its SHA-256. All that is known is in the folder itself, so that several may share it.
 */
export function fileCache(options: { dir: string; maxBytes: number; now: () => number }): FileCache {
  const { dir, maxBytes, now } = options
  const filling = new Map<string, Promise<string>>()

  async function find(file: StoredFile) {
    const path = join(/* turbopackIgnore: true */ dir, contentName(file))
    try {
      const used = new Date(now())
      await utimes(path, used, used)
      return path
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
      throw error
    }
  }

  async function take(path: string, file: StoredFile) {
    const target = join(/* turbopackIgnore: true */ dir, contentName(file))
    await mkdir(dir, { recursive: true })
    const used = new Date(now())
    await utimes(path, used, used)
    await sync(path)
    await rename(path, target)
    await makeRoom()
    return target
  }

  async function fetched(file: StoredFile, download: (path: string) => Promise<void>) {
    await mkdir(dir, { recursive: true })
    const path = join(/* turbopackIgnore: true */ dir, `.${randomUUID()}`)
    try {
      await download(path)
      if ((await hashFile(path)) !== file.sha256) {
        throw new MediaFault('media-original-missing', { detail: `${contentName(file)}: other bytes came` })
      }
      return await take(path, file)
    } finally {
      await rm(path, { force: true })
    }
  }

  async function makeRoom() {
    const found = await Promise.all((await readdir(/* turbopackIgnore: true */ dir)).map(statOf))
    const files = found.filter((file) => file !== null).sort((a, b) => b.used - a.used)
    let bytes = 0
    for (const file of files) {
      bytes += file.bytes
      if (bytes > maxBytes && file.used < now() - inUseMs) await rm(file.path, { force: true })
    }
  }

  /** Also of what a crash left half downloaded: it is as old as that. */
  async function statOf(name: string) {
    const path = join(/* turbopackIgnore: true */ dir, name)
    const { size, mtimeMs } = await stat(path).catch(() => ({ size: null, mtimeMs: 0 }))
    return size === null ? null : { path, bytes: size, used: mtimeMs }
  }

  return {
    find,
    take,
    async fill(file, download) {
      const name = contentName(file)
      const here = await find(file)
      if (here !== null) return here
      const running = filling.get(name) ?? fetched(file, download).finally(() => filling.delete(name))
      filling.set(name, running)
      return running
    },
    drop: (file) => rm(join(/* turbopackIgnore: true */ dir, contentName(file)), { force: true }),
  }
}

async function sync(path: string) {
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
