import { createHash } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { collect } from '../../../src/jobs/collect'
import { diskStorage } from '../../../src/media/disk'
import type { Storage, StoredFile } from '../../../src/media/storage'
import { aDisplay, aMedia, type Cms, startCms } from '../../factories/cms'
import { every } from '../../factories/every'

const dayMs = 86_400_000

let cms: Cms
let storage: Storage
let at: number

beforeAll(async () => {
  cms = await startCms()
  storage = diskStorage({ dir: join(cms.dir, 'media') })
  at = Date.now()
})
afterAll(() => cms?.stop())

async function stored(content: string): Promise<StoredFile> {
  const file = { sha256: createHash('sha256').update(content).digest('hex'), ext: 'bin' }
  const path = await storage.temporaryPath('part')
  await writeFile(path, content)
  await storage.adopt(path, file)
  return file
}

async function aRendition(key: string, file: StoredFile, neededAt: number) {
  await cms.payload.create({
    collection: 'renditions',
    data: { key, spec: {}, state: 'ready', ...file, neededAt: new Date(neededAt).toISOString() },
  })
}

function collectAfter(days: number, needed: string[] = [], dryRun = false) {
  return collect({
    ...{ payload: cms.payload, storage, dryRun },
    memory: join(cms.dir, 'unreferenced.json'),
    needed: async () => needed,
    now: () => at + days * dayMs,
  })
}

it('removes what nothing refers to any more, in its time, and nothing else', async () => {
  const [original, thumbnail, cover] = [
    await stored('original'),
    await stored('small'),
    await stored('cover'),
  ]
  const made = { id: 'made', ...thumbnail, purpose: 'thumbnail', mimeType: 'image/webp', bytes: 5 }
  await aMedia(cms.payload, 'image', { ...original, renditions: [made] })
  await aMedia(cms.payload, 'image', cover)
  const [onAir, needed, stale] = [await stored('on air'), await stored('needed'), await stored('stale')]
  await aRendition('on-air', onAir, at)
  await aRendition('needed', needed, at - 60 * dayMs)
  await aRendition('stale', stale, at - 31 * dayMs)
  const orphan = await stored('orphan')
  const kept = [original, thumbnail, cover, onAir, needed]
  const files = async () => (await every(storage.list())).map(({ file }) => file.sha256).sort()
  const digests = (some: StoredFile[]) => some.map(({ sha256 }) => sha256).sort()

  expect(await collectAfter(0, ['needed'], true)).toMatchObject({ renditions: ['stale'], files: [] })
  expect(await files()).toEqual(digests([...kept, stale, orphan]))

  expect(await collectAfter(0, ['needed'])).toMatchObject({ renditions: ['stale'], files: [] })
  expect(await collectAfter(7, ['needed', 'on-air'])).toMatchObject({ renditions: [], files: [] })
  expect(await files()).toEqual(digests([...kept, stale, orphan]))

  const gone = await collectAfter(8.1, ['needed', 'on-air'])
  expect(gone.files.sort()).toEqual([stale, orphan].map(({ sha256, ext }) => `${sha256}.${ext}`).sort())
  expect(gone.bytes).toBe('stale'.length + 'orphan'.length)
  expect(await files()).toEqual(digests(kept))
})

it('waits longer where a display looks further ahead, and begins anew for what was handed in again', async () => {
  await aDisplay(cms.payload, { horizonDays: 30 })
  const orphan = await stored('an orphan again')
  await collectAfter(0, ['needed', 'on-air'])
  expect((await collectAfter(30, ['needed', 'on-air'])).files).toEqual([])
  expect((await collectAfter(31.1, ['needed', 'on-air'])).files).toEqual([`${orphan.sha256}.bin`])
})
