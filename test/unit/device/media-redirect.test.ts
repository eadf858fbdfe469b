import { createHash } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { mediaRouter } from '../../../src/device/media'
import { problemHandler } from '../../../src/device/problems'
import { s3Storage } from '../../../src/media/s3'
import type { S3Options } from '../../../src/media/s3-connection'
import { mediaUrl } from '../../../src/publish/media-urls'
import { temporaryFolder } from '../../factories/media'
import { type S3Server, startS3Server } from '../../factories/s3-server'
import { s3Credentials } from '../../factories/s3-signature'

const content = '0123456789'
const file = { sha256: createHash('sha256').update(content).digest('hex'), ext: 'mp4' }
const minuteMs = 60_000

let folder: Awaited<ReturnType<typeof temporaryFolder>>
let bucket: S3Server
let server: Server
let now: number
let isOnAir: boolean

/** Serves a file that lies in a bucket. */
async function open(delivery: S3Options['delivery']) {
  const settings = {
    bucket: 'media',
    region: 'us-east-1',
    forcePathStyle: true,
    prefix: '',
    cacheBytes: 2 ** 30,
  }
  const place = { endpoint: bucket.endpoint, credentials: s3Credentials, dir: folder.dir, now: () => now }
  const storage = s3Storage({ ...settings, ...place, delivery })
  const path = await storage.temporaryPath('part')
  await writeFile(path, content)
  await storage.adopt(path, file)
  const app = express()
  const gate = { urlSecret: 'secret', now: () => now, isOnAir: () => isOnAir }
  app.use('/media', mediaRouter({ ...gate, storage }))
  app.use(problemHandler(() => undefined))
  server = app.listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
}

beforeEach(async () => {
  now = Date.now()
  isOnAir = true
  folder = await temporaryFolder()
  bucket = await startS3Server({ now: () => now })
})
afterEach(async () => {
  await new Promise((closed) => server.close(closed))
  await bucket.close()
  await folder.remove()
})

function get(init: RequestInit = {}, address = mediaUrl('secret', file, now + minuteMs)) {
  const { port } = server.address() as AddressInfo
  return fetch(`http://127.0.0.1:${port}${address}`, init)
}

/** Asks without following. */
async function sentTo(init: RequestInit = {}) {
  const answer = await get({ ...init, redirect: 'manual' })
  return { answer, location: answer.headers.get('location') ?? '' }
}

describe('GET /media of a file in a bucket', () => {
  beforeEach(() => open('redirect'))

  it('sends on to the bucket, with an address that nothing keeps', async () => {
    const { answer, location } = await sentTo()
    expect([answer.status, await answer.text()]).toEqual([302, ''])
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      ...{ 'cache-control': 'no-store', 'access-control-allow-origin': '*', 'server-time': String(now) },
    })
    expect(new URL(location).origin).toBe(bucket.endpoint)
    expect(new URL(location).pathname).toBe(`/media/${file.sha256}.mp4`)
  })

  it('asks the bucket for nothing itself', async () => {
    bucket.log.length = 0
    await sentTo()
    expect(bucket.log).toEqual([])
  })

  it('leads to the same bytes, under their own type', async () => {
    const answer = await get()
    expect([answer.status, await answer.text()]).toEqual([200, content])
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      ...{ 'content-type': 'video/mp4', 'cache-control': 'public, max-age=86400, immutable' },
    })
    expect(answer.url.startsWith(bucket.endpoint)).toBe(true)
  })

  it('leads to a range', async () => {
    const answer = await get({ headers: { range: 'bytes=2-4' } })
    expect([answer.status, answer.headers.get('content-range')]).toEqual([206, 'bytes 2-4/10'])
    expect(await answer.text()).toBe('234')
  })

  it('leads to a head', async () => {
    const answer = await get({ method: 'HEAD' })
    expect([answer.status, answer.headers.get('content-length')]).toEqual([200, '10'])
    expect((await sentTo({ method: 'HEAD' })).answer.status).toBe(302)
  })

  it('gives an address for ten minutes', async () => {
    const { location } = await sentTo()
    now += 9 * minuteMs
    expect((await fetch(location)).status).toBe(200)
    now += 2 * minuteMs
    expect((await fetch(location)).status).toBe(403)
  })

  it('gives an address of that file alone', async () => {
    const { location } = await sentTo()
    expect((await fetch(location.split('?')[0] ?? '')).status).toBe(403)
    const other = createHash('sha256').update('other').digest('hex')
    bucket.objects.set(`${other}.mp4`, { bytes: Buffer.from('other'), modified: now })
    expect((await fetch(location.replace(file.sha256, other))).status).toBe(403)
  })

  it.each([
    ['not signed', () => `/media/${file.sha256}.mp4`],
    ['wrongly signed', () => mediaUrl('another secret', file, now + minuteMs)],
    ['expired', () => mediaUrl('secret', file, now - 1000)],
  ])('sends nobody on who comes by an address that is %s', async (_, address) => {
    const answer = await get({ redirect: 'manual' }, address())
    expect([answer.status, answer.headers.get('location')]).toEqual([403, null])
    expect(await answer.json()).toMatchObject({ code: 'media-url-invalid' })
  })

  it('sends nobody on to what is not, or no longer, on air', async () => {
    expect((await sentTo()).answer.status).toBe(302)
    isOnAir = false
    const { answer, location } = await sentTo()
    expect([answer.status, location]).toEqual([404, ''])
    expect(await answer.json()).toMatchObject({ code: 'media-not-found' })
  })
})

describe('GET /media where displays do not reach the bucket', () => {
  it('passes the bytes through', async () => {
    await open('pass-through')
    const { answer } = await sentTo({ headers: { range: 'bytes=2-4' } })
    expect([answer.status, answer.headers.get('location'), await answer.text()]).toEqual([206, null, '234'])
    expect(answer.headers.get('etag')).toBe(`"${file.sha256}"`)
  })
})
