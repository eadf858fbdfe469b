import { randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { access, mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { MediaFault } from './faults'
import type { Storage, StoredFile } from './storage'

/**
 * Storage on a local disk: `<dir>/<first two digits>/<sha256>.<ext>`. A file appears whole or not at all: it is synced, then
 * renamed into place, then its folder is synced.
 */
export function diskStorage({ dir }: { dir: string }): Storage {
  const temporaryDir = join(dir, '.tmp')

  return {
    temporaryDir,

    async temporaryPath(ext) {
      await mkdir(temporaryDir, { recursive: true })
      return join(temporaryDir, `${randomUUID()}.${ext}`)
    },

    async adopt(path, file) {
      const target = pathOf(dir, file)
      const { size } = await stat(path)
      if ((await sizeOf(target)) === size) {
        await rm(path)
        return { bytes: size, added: false }
      }
      await mkdir(dirname(target), { recursive: true })
      await sync(path)
      await rename(path, target)
      await sync(dirname(target))
      return { bytes: size, added: true }
    },

    async stat(file) {
      const bytes = await sizeOf(pathOf(dir, file))
      return bytes === null ? null : { bytes }
    },

    async localPath(file) {
      const path = pathOf(dir, file)
      try {
        await access(path)
      } catch (cause) {
        throw new MediaFault('media-original-missing', { detail: `${file.sha256}.${file.ext}`, cause })
      }
      return path
    },

    read: (file, range) => createReadStream(/* turbopackIgnore: true */ pathOf(dir, file), range),

    remove: (file) => rm(pathOf(dir, file), { force: true }),

    sweep: () => rm(temporaryDir, { recursive: true, force: true }),
  }
}

/** Throws on what is not a content name, so that no caller can walk out of the folder. */
function pathOf(dir: string, { sha256, ext }: StoredFile) {
  if (!/^[0-9a-f]{64}$/.test(sha256) || !/^[a-z0-9]{1,8}$/.test(ext)) {
    throw new RangeError(`not a content-addressed name: ${sha256}.${ext}`)
  }
  return join(/* turbopackIgnore: true */ dir, sha256.slice(0, 2), `${sha256}.${ext}`)
}

async function sizeOf(path: string) {
  try {
    return (await stat(path)).size
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
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
