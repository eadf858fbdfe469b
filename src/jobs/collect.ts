import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Payload } from 'payload'
import { z } from 'zod'
import type { Media, Rendition } from '../cms/payload-types'
import { collectable, graceFor, referencedFiles, staleRenditions, type Unreferenced } from '../media/collect'
import { contentName, type ListedFile, type Storage } from '../media/storage'
import { loadAll } from '../publish/load-all'

export type CollectOptions = {
  payload: Payload
  storage: Storage
  /** Where it is remembered since when files have been without a reference. */
  memory: string
  /** Keys of the renditions that some display needs now. */
  needed: () => Promise<readonly string[]>
  /** UTC ms. */
  now: () => number
  /** Only says what it would remove. */
  dryRun?: boolean
}

/** Keys of renditions, and names of files (`<sha256>.<ext>`). */
export type Collected = { renditions: string[]; files: string[]; bytes: number }

const dayMs = 86_400_000
const shortestHorizonDays = 7

/**
 * Removes the renditions that no display has needed for long, then the files that nothing has referred to for the grace time.
 * Gives, and logs, what was removed.
 */
export async function collect(options: CollectOptions): Promise<Collected> {
  const { payload, storage, memory, now, dryRun = false } = options
  const renditions = await loadAll<Rendition>(payload, 'renditions')
  const stale = staleRenditions(renditions.values(), { needed: new Set(await options.needed()), now: now() })
  for (const { id } of dryRun ? [] : stale) {
    await payload.delete({ collection: 'renditions', where: { id: { equals: id } }, overrideAccess: true })
  }

  // Listed first: what is handed in from here on is younger than the grace time.
  const listed = await every(storage.list())
  const referenced = referencedFiles({
    media: (await loadAll<Media>(payload, 'media', { sha256: true, ext: true, renditions: true })).values(),
    renditions: (await loadAll<Rendition>(payload, 'renditions', { sha256: true, ext: true })).values(),
  })
  const grace = graceFor(await furthestHorizon(payload))
  const known = await readMemory(memory)
  const { remove, unreferenced } = collectable({ listed, referenced, unreferenced: known, grace, now: now() })
  const gone: ListedFile[] = []
  for (const found of remove) {
    if (dryRun || (await storage.remove(found.file, { before: now() - grace }))) gone.push(found)
  }
  if (!dryRun) {
    for (const { file } of gone) unreferenced.delete(contentName(file))
    await writeMemory(memory, unreferenced)
    await storage.dropUnfinished(now() - dayMs)
  }

  const collected = {
    renditions: stale.map(({ key }) => key),
    files: gone.map(({ file }) => contentName(file)),
    bytes: gone.reduce((sum, { bytes }) => sum + bytes, 0),
  }
  payload.logger.info({ msg: dryRun ? 'would be collected' : 'collected', ...collected })
  return collected
}

async function furthestHorizon(payload: Payload) {
  const { docs } = await payload.find({
    collection: 'displays',
    sort: '-horizonDays',
    limit: 1,
    depth: 0,
    pagination: false,
    select: { horizonDays: true },
    overrideAccess: true,
  })
  return Math.max(docs[0]?.horizonDays ?? 0, shortestHorizonDays)
}

const memorySchema = z.record(z.string(), z.number())

/** What cannot be read counts as never seen: the grace time begins anew. */
async function readMemory(path: string): Promise<Unreferenced> {
  try {
    return new Map(Object.entries(memorySchema.parse(JSON.parse(await readFile(path, 'utf8')))))
  } catch (error) {
    const unreadable = error instanceof SyntaxError || error instanceof z.ZodError
    if (unreadable || (error as NodeJS.ErrnoException).code === 'ENOENT') return new Map()
    throw error
  }
}

async function writeMemory(path: string, unreferenced: Unreferenced) {
  await mkdir(dirname(path), { recursive: true })
  await writeFile(`${path}.new`, JSON.stringify(Object.fromEntries(unreferenced)))
  await rename(`${path}.new`, path)
}

async function every<T>(items: AsyncIterable<T>) {
  const all: T[] = []
  for await (const item of items) all.push(item)
  return all
}
