import { readFile, rm, writeFile } from 'node:fs/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { onChange } from '../../../src/cms/hooks/changes'
import { RENDER_RETRIES } from '../../../src/jobs/attempt'
import { recoverJobs } from '../../../src/jobs/recover'
import { renderQueue } from '../../../src/jobs/renderQueue'
import { aPhoneVideo, aPhoto, type MediaServer, startMediaServer } from '../../factories/media'

let server: MediaServer

beforeEach(async () => {
  server = await startMediaServer()
})
afterEach(() => server.stop())

async function upload() {
  const response = await server.upload({ name: 'a.jpg', bytes: await aPhoto({ width: 64, height: 64 }) })
  const { doc } = await response.json()
  return doc as { id: string; sha256: string; ext: string }
}

async function uploadFilm(seconds: number) {
  const path = await aPhoneVideo(await server.storage.temporaryPath('mp4'), { seconds })
  const response = await server.upload({ name: `${seconds}.mp4`, bytes: await readFile(path) })
  await rm(path)
  return String((await response.json()).doc.id)
}

const read = (id: string) => server.payload.findByID({ collection: 'media', id })
const jobs = async () => (await server.payload.find({ collection: 'payload-jobs' })).docs

describe('render jobs', () => {
  it('tell of a media item when it becomes ready', async () => {
    const told: string[] = []
    const forget = onChange(({ collection, operation }) => told.push(`${collection} ${operation}`))
    const { id } = await upload()
    await server.timetable.idle()
    forget()
    expect((await read(id)).state).toBe('ready')
    expect(told).toEqual(['media create', 'media update'])
    expect(await jobs()).toEqual([])
  })

  it('make a first picture of every film before the rest of any', async () => {
    await server.timetable.stop()
    const uploaded = [await uploadFilm(1), await uploadFilm(2)]
    const told: string[] = []
    const forget = onChange(({ operation, id }) => void (operation === 'update' && told.push(id)))
    await renderQueue(server.payload, { places: 1, now: Date.now }).idle()
    forget()
    expect(told).toEqual([...uploaded, ...uploaded])
    for (const id of uploaded) expect((await read(id)).state).toBe('ready')
  })

  it('end where the media item is deleted meanwhile, and leave nothing', async () => {
    await server.timetable.stop()
    const id = await uploadFilm(20)
    const queue = renderQueue(server.payload, { places: 1, now: Date.now })
    const begun = new Promise<void>((resolve) => {
      const forget = onChange(({ operation }) => {
        if (operation !== 'update') return
        forget()
        resolve()
      })
    })
    queue.kick()
    await begun
    await server.payload.delete({ collection: 'media', id })
    await queue.idle()
    await renderQueue(server.payload, { places: 1, now: () => Date.now() + 3_600_000 }).idle()
    expect(await jobs()).toEqual([])
    expect((await server.files()).filter((name) => !name.endsWith('.webp'))).toHaveLength(1)
  })

  it('fail at once, with the code, where trying again changes nothing', async () => {
    await server.timetable.stop()
    const doc = await upload()
    await rm(await server.storage.localPath(doc))
    await renderQueue(server.payload, { places: 1, now: Date.now }).idle()
    expect(await read(doc.id)).toMatchObject({ state: 'failed', failure: { code: 'media-original-missing' } })
  })

  it('are tried again later, then fail for good', async () => {
    await server.timetable.stop()
    const doc = await upload()
    const facts = {
      kind: 'video',
      width: 64,
      height: 64,
      rotation: 0,
      seconds: 1,
      frameRate: 25,
      videoCodec: 'x',
      pixelFormat: 'x',
    }
    const nonsense = { facts: { ...facts, audioCodec: null } }
    await server.payload.update({ collection: 'media', id: doc.id, data: nonsense })
    await rm(await server.storage.localPath(doc))
    const text = await server.storage.temporaryPath('txt')
    await writeFile(text, 'not a film')
    await server.storage.adopt(text, doc)

    let now = Date.now()
    for (let attempt = 0; attempt < RENDER_RETRIES; attempt += 1) {
      await renderQueue(server.payload, { places: 1, now: () => now }).idle()
      expect((await read(doc.id)).state).toBe('processing')
      const [job] = await jobs()
      expect(new Date(String(job?.waitUntil)).getTime()).toBeGreaterThan(now)
      now = new Date(String(job?.waitUntil)).getTime() + 1
    }
    await renderQueue(server.payload, { places: 1, now: () => now }).idle()
    const failed = await read(doc.id)
    expect(failed).toMatchObject({ state: 'failed', failure: { code: 'media-render-failed' } })
    expect(failed.failure?.detail).toMatch(/\.jpg: Invalid/)
  })

  it('go on after a crash: what was running runs again, what had no job gets one', async () => {
    await server.timetable.stop()
    const [running, lost] = [await upload(), await upload()]
    for (const job of await jobs()) {
      const isLost = (job.input as { media: string }).media === lost.id
      if (isLost)
        await server.payload.db.deleteOne({ collection: 'payload-jobs', where: { id: { equals: job.id } } })
      else
        await server.payload.db.updateOne({
          collection: 'payload-jobs',
          id: job.id,
          data: { processing: true },
        })
    }
    const queue = renderQueue(server.payload, { places: 2, now: Date.now })
    await queue.idle()
    expect((await read(running.id)).state).toBe('processing')

    await recoverJobs(server.payload)
    await queue.idle()
    expect([(await read(running.id)).state, (await read(lost.id)).state]).toEqual(['ready', 'ready'])
  })
})
