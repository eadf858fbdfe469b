import { createHash } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { mediaRouter, type ServedStorage } from '../../../src/device/media'
import { problemHandler } from '../../../src/device/problems'
import { diskStorage } from '../../../src/media/disk'
import { mediaUrl } from '../../../src/publish/media-urls'
import { temporaryFolder } from '../../factories/media'

const content = '0123456789'
const file = { sha256: createHash('sha256').update(content).digest('hex'), ext: 'mp4' }
const etag = `"${file.sha256}"`
const now = Date.UTC(2026, 0, 1)

/** A file on this machine, and one that is passed on from elsewhere: readers cannot tell them apart. */
describe.each(['at hand', 'elsewhere'])('GET /media of a file %s', (where) => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>
  let server: Server
  let fetched: number

  beforeEach(async () => {
    folder = await temporaryFolder()
    fetched = 0
    const disk = diskStorage({ dir: folder.dir })
    const path = await disk.temporaryPath('part')
    await writeFile(path, content)
    await disk.adopt(path, file)
    const away: Partial<ServedStorage> = {
      pathAtHand: () => Promise.resolve(null),
      localPath: () => {
        fetched += 1
        return Promise.reject(new Error('the cache is full'))
      },
    }
    const storage = where === 'at hand' ? disk : { ...disk, ...away }
    const isOnAir = () => true
    const app = express()
    app.use('/media', mediaRouter({ urlSecret: 'secret', now: () => now, isOnAir, storage }))
    app.use(problemHandler(() => undefined))
    server = app.listen(0, '127.0.0.1')
    await new Promise((resolve) => server.once('listening', resolve))
  })
  afterEach(async () => {
    await new Promise((closed) => server.close(closed))
    await folder.remove()
  })

  function get(headers: Record<string, string> = {}, method = 'GET') {
    const { port } = server.address() as AddressInfo
    const address = mediaUrl('secret', file, now + 60_000)
    return fetch(`http://127.0.0.1:${port}${address}`, { method, headers })
  }

  it('gives all of it, by its hash', async () => {
    const answer = await get()
    expect(answer.status).toBe(200)
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      etag,
      ...{ 'content-type': 'video/mp4', 'content-length': '10', 'accept-ranges': 'bytes' },
      'cache-control': 'public, max-age=86400, immutable',
    })
    expect(await answer.text()).toBe(content)
    expect(fetched).toBe(where === 'at hand' ? 0 : 1)
  })

  it.each([
    ['bytes=2-4', 'bytes 2-4/10', '234'],
    ['bytes=7-', 'bytes 7-9/10', '789'],
    ['bytes=-2', 'bytes 8-9/10', '89'],
  ])('gives the range %s', async (range, told, text) => {
    const answer = await get({ range })
    expect([answer.status, answer.headers.get('content-range')]).toEqual([206, told])
    expect(await answer.text()).toBe(text)
  })

  it('gives a range only of what the reader has the rest of', async () => {
    expect((await get({ range: 'bytes=2-4', 'if-range': etag })).status).toBe(206)
    expect((await get({ range: 'bytes=2-4', 'if-range': '"other"' })).status).toBe(200)
  })

  it('refuses a range past its end, and keeps that out of caches', async () => {
    const answer = await get({ range: 'bytes=10-' })
    expect([answer.status, answer.headers.get('content-range')]).toEqual([416, 'bytes */10'])
    expect(answer.headers.get('cache-control')).toBeNull()
  })

  it('says that nothing changed, and tells a head', async () => {
    expect((await get({ 'if-none-match': etag })).status).toBe(304)
    const head = await get({}, 'HEAD')
    expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([200, '10', ''])
    expect(fetched).toBe(0)
  })
})
