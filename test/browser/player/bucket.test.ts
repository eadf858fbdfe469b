import { writeFile } from 'node:fs/promises'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { PART_BYTES } from '../../../displays/net/downloads'
import { s3Storage } from '../../../src/media/s3'
import { loopManifest, sha256 } from '../../factories/loop-manifest'
import { temporaryFolder } from '../../factories/media'
import { plainImage } from '../../factories/player-media'
import { expectColour, type Opened, type PlayerStand, setUpStand } from '../../factories/player-stand'
import { type S3Server, startS3Server } from '../../factories/s3-server'
import { s3Credentials } from '../../factories/s3-signature'

const GREEN = { r: 0, g: 170, b: 68 }

let stand: PlayerStand
let opened: Opened
let bucket: S3Server
let folder: Awaited<ReturnType<typeof temporaryFolder>>

beforeAll(async () => {
  stand = await setUpStand()
})
afterAll(() => stand.close())
beforeEach(async () => {
  folder = await temporaryFolder()
  bucket = await startS3Server()
  opened = await stand.open()
})
afterEach(async () => {
  expect(opened.crashes).toEqual([])
  await opened.close()
  await bucket.close()
  await folder.remove()
})

/** Hands a picture in to the bucket alone; the display's server sends on whoever asks for it. */
async function publishFromBucket(bytes: Buffer) {
  const { server } = opened
  const storage = s3Storage({
    ...{ bucket: 'media', region: 'us-east-1', forcePathStyle: true, prefix: '', delivery: 'redirect' },
    ...{ endpoint: bucket.endpoint, credentials: s3Credentials, cacheBytes: 2 ** 30 },
    ...{ dir: folder.dir, now: Date.now },
  })
  const { links } = storage
  if (!links) throw new Error('no addresses')
  const file = { sha256: sha256(bytes), ext: 'png' }
  const path = await storage.temporaryPath('part')
  await writeFile(path, bytes)
  await storage.adopt(path, file)
  server.elsewhere = {
    origin: await links.origin(),
    addressOf: (hash) => links.to({ ...file, sha256: hash }, { method: 'GET', cacheControl: 'no-store' }),
  }
  const entry = { url: `/media/${file.sha256}`, bytes: bytes.length, type: 'image/png' }
  const poster = { id: 'poster', ms: 700, content: { kind: 'image' as const, file: file.sha256 } }
  server.publish(loopManifest([poster], { now: Date.now(), files: { [file.sha256]: entry } }))
  bucket.log.length = 0
  return `GET ${file.sha256}.png`
}

describe('a display whose files lie in a bucket', () => {
  it('fetches them from there, part by part, and keeps its clock', async () => {
    const picture = await plainImage('#00aa44')
    // What follows a picture's end is not looked at: it makes three parts of it.
    const asked = await publishFromBucket(Buffer.concat([picture, Buffer.alloc(2 * PART_BYTES)]))
    await opened.page.goto(opened.server.link)
    await expectColour(opened.page, GREEN)
    expect(bucket.log.filter((line) => line === asked)).toHaveLength(3)
    const redirects = opened.server.requests.filter(
      ({ path, status }) => path.startsWith('/media/') && status === 302,
    )
    expect(redirects).toHaveLength(3)
    await expect.poll(() => opened.server.plays.size).toBeGreaterThan(0)
    expect([...opened.server.plays.values()].every(({ unsynced }) => !unsynced)).toBe(true)
  })
})
