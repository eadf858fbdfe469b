import { randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, opendir, rename, rm, stat, statfs, utimes } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { MediaFault } from './faults'
import { oneAtATime } from './one-at-a-time'
import { contentName, type ListedFile, parseContentName, type Storage, type StoredFile } from './storage'

/**
 * Storage on a local disk: `<dir>/<first two digits>/<sha256>.<ext>`. A file appears whole or not at all: it is synced, then
 * renamed into place, then its folder is synced.
 */
export function diskStorage({ dir }: { dir: string }): Storage {
  const temporaryDir = join(/* turbopackIgnore: true */ dir, '.tmp')
  // Without it the same bytes could be handed in between a removal's look at their age and the removal.
  const alone = oneAtATime()

  return {
    temporaryDir,

    async temporaryPath(ext) {
      await mkdir(temporaryDir, { recursive: true })
      return join(/* turbopackIgnore: true */ temporaryDir, `${randomUUID()}.${ext}`)
    },

    adopt: (path, file) => alone(contentName(file), () => adopt(path, pathOf(dir, file))),

    async stat(file) {
      const found = await statIfThere(pathOf(dir, file))
      return found && { bytes: found.size }
    },

    async localPath(file) {
      const path = pathOf(dir, file)
      if ((await statIfThere(path)) !== null) return path
      throw new MediaFault('media-original-missing', { detail: contentName(file) })
    },

    async pathAtHand(file) {
      const path = pathOf(dir, file)
      return (await statIfThere(path)) === null ? null : path
    },

    links: null,

    read: (file, range) => createReadStream(/* turbopackIgnore: true */ pathOf(dir, file), range),

    remove: (file, { before = Number.POSITIVE_INFINITY } = {}) =>
      alone(contentName(file), async () => {
        const path = pathOf(dir, file)
        const found = await statIfThere(path)
        if (found && found.mtimeMs >= before) return false
        await rm(path, { force: true })
        return true
      }),

    list: () => listFiles(dir),

    async space() {
      await mkdir(dir, { recursive: true })
      return spaceOf(dir)
    },

    sweep: () => rm(temporaryDir, { recursive: true, force: true }),

    // They are in the temporary folder.
    dropUnfinished: () => Promise.resolve(),
  }
}

/** What is free on the volume of a folder for who is not root, and its size. */
export async function spaceOf(dir: string): Promise<{ freeBytes: number; totalBytes: number }> {
  const { bavail, blocks, bsize } = await statfs(dir)
  return { freeBytes: bavail * bsize, totalBytes: blocks * bsize }
}

async function adopt(path: string, target: string) {
  const { size } = await stat(path)
  const now = new Date()
  if ((await statIfThere(target))?.size === size) {
    await utimes(target, now, now)
    await rm(path)
    return { bytes: size, added: false }
  }
  await mkdir(dirname(target), { recursive: true })
  await utimes(path, now, now)
  await sync(path)
  await rename(path, target)
  await sync(dirname(target))
  return { bytes: size, added: true }
}

async function* listFiles(dir: string): AsyncGenerator<ListedFile> {
  for await (const folder of entriesOf(dir)) {
    if (!/^[0-9a-f]{2}$/.test(folder)) continue
    for await (const name of entriesOf(join(/* turbopackIgnore: true */ dir, folder))) {
      const file = parseContentName(name)
      const found = file && (await statIfThere(join(/* turbopackIgnore: true */ dir, folder, name)))
      if (found) yield { file, bytes: found.size, modified: found.mtimeMs }
    }
  }
}

/** Names in a folder; none where it is no folder. */
async function* entriesOf(dir: string) {
  try {
    for await (const { name } of await opendir(/* turbopackIgnore: true */ dir)) yield name
  } catch (error) {
    if (!isAbsent(error)) throw error
  }
}

function pathOf(dir: string, file: StoredFile) {
  return join(/* turbopackIgnore: true */ dir, file.sha256.slice(0, 2), contentName(file))
}

async function statIfThere(path: string) {
  try {
    return await stat(path)
  } catch (error) {
    if (isAbsent(error)) return null
    throw error
  }
}

function isAbsent(error: unknown) {
  return ['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')
}

async function sync(path: string) {
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
