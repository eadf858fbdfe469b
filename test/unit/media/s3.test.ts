import { createHash, randomBytes } from 'node:crypto'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { buffer, text } from 'node:stream/consumers'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { s3Storage } from '../../../src/media/s3'
import type { S3Options } from '../../../src/media/s3-connection'
import type { Storage, StoredFile } from '../../../src/media/storage'
import { every } from '../../factories/every'
import { temporaryFolder } from '../../factories/media'
import { type S3Server, startS3Server } from '../../factories/s3-server'
import { s3Credentials } from '../../factories/s3-signature'

const dayMs = 86_400_000
const settings = {
  bucket: 'media',
  region: 'us-east-1',
  credentials: s3Credentials,
  forcePathStyle: true,
  cacheBytes: 2 ** 30,
  delivery: 'redirect' as const,
}
/** Larger than a part, and no multiple of one. */
const large = randomBytes(2 ** 24 + 12_345)

let folder: Awaited<ReturnType<typeof temporaryFolder>>
let server: S3Server
let now: number

beforeEach(async () => {
  now = Date.now()
  folder = await temporaryFolder()
  server = await startS3Server({ now: () => now })
})
afterEach(async () => {
  await server.close()
  await folder.remove()
})

/** A store over a bucket of the test's own server; another `dir` is another machine. */
function storeIn(dir = folder.dir, more: Partial<S3Options> = {}) {
  return s3Storage({
    ...{ ...settings, endpoint: server.endpoint, prefix: 'xuanbo/', dir, now: () => now },
    ...more,
  })
}

/** The same over the bucket `media` of a real server, where the environment names one. */
function storeAnywhere(dir = folder.dir) {
  const { TEST_S3_ENDPOINT: endpoint, TEST_S3_ACCESS_KEY_ID, TEST_S3_SECRET_ACCESS_KEY } = process.env
  if (!endpoint) return storeIn(dir)
  const accessKeyId = TEST_S3_ACCESS_KEY_ID ?? settings.credentials.accessKeyId
  const secretAccessKey = TEST_S3_SECRET_ACCESS_KEY ?? settings.credentials.secretAccessKey
  const prefix = `${basename(folder.dir)}/`
  return storeIn(dir, { endpoint, prefix, credentials: { accessKeyId, secretAccessKey } })
}

async function handIn(storage: Storage, bytes: Buffer) {
  const path = await storage.temporaryPath('part')
  await writeFile(path, bytes)
  const file = nameOf(bytes)
  return { file, ...(await storage.adopt(path, file)) }
}

function nameOf(bytes: Buffer): StoredFile {
  return { sha256: createHash('sha256').update(bytes).digest('hex'), ext: 'bin' }
}

describe('s3Storage', () => {
  it('keeps a file once, and gives it to another machine whole or in part', async () => {
    const storage = storeAnywhere()
    const bytes = Buffer.from('0123456789')
    const { file, ...first } = await handIn(storage, bytes)
    expect(first).toEqual({ bytes: 10, added: true })
    expect(await handIn(storage, bytes)).toMatchObject({ bytes: 10, added: false })
    expect(await readdir(storage.temporaryDir)).toEqual([])

    const other = storeAnywhere(join(folder.dir, 'other'))
    expect(await other.pathAtHand(file)).toBeNull()
    expect(await other.stat(file)).toEqual({ bytes: 10 })
    expect(await text(other.read(file))).toBe('0123456789')
    expect(await text(other.read(file, { start: 2, end: 4 }))).toBe('234')
    const path = await other.localPath(file)
    expect(await readFile(path, 'utf8')).toBe('0123456789')
    expect(await other.pathAtHand(file)).toBe(path)
  })

  it('sends a large file in parts', async () => {
    const { file } = await handIn(storeAnywhere(), large)
    const other = storeAnywhere(join(folder.dir, 'other'))
    expect(await other.stat(file)).toEqual({ bytes: large.length })
    const middle = { start: 2 ** 24 - 5, end: 2 ** 24 + 5 }
    expect(await buffer(other.read(file, middle))).toEqual(large.subarray(middle.start, middle.end + 1))
    expect(Buffer.compare(await readFile(await other.localPath(file)), large)).toBe(0)
    expect(await every(other.list())).toMatchObject([{ file, bytes: large.length }])
  })

  it('lists what it keeps, over several pages, and removes it here and there', async () => {
    const storage = storeAnywhere()
    const files = []
    for (const content of ['one', 'two', 'three']) {
      files.push((await handIn(storage, Buffer.from(content))).file)
    }
    const listed = await every(storage.list())
    expect(listed.map(({ file }) => file.sha256).sort()).toEqual(files.map(({ sha256 }) => sha256).sort())
    for (const { modified } of listed) expect(Math.abs(modified - now)).toBeLessThan(60_000)
    for (const file of files) expect(await storage.remove(file)).toBe(true)
    expect(await every(storage.list())).toEqual([])
    for (const file of files) expect(await storage.stat(file)).toBeNull()
  })

  it('tells what is not there', async () => {
    const storage = storeAnywhere()
    const file = nameOf(Buffer.from('nowhere'))
    expect(await storage.stat(file)).toBeNull()
    await expect(storage.localPath(file)).rejects.toMatchObject({ code: 'media-original-missing' })
    await expect(text(storage.read(file))).rejects.toMatchObject({ code: 'media-original-missing' })
    expect(await storage.remove(file)).toBe(true)
  })

  it('gives addresses to read at without credentials, each for one method', async () => {
    const storage = storeAnywhere()
    const { file } = await handIn(storage, Buffer.from('0123456789'))
    const cacheControl = 'public, max-age=60'
    const address = await storage.links?.to(file, { method: 'GET', cacheControl })
    const answer = await fetch(String(address), { headers: { range: 'bytes=2-4' } })
    expect([answer.status, answer.headers.get('content-range')]).toEqual([206, 'bytes 2-4/10'])
    expect(answer.headers.get('cache-control')).toBe(cacheControl)
    expect(await answer.text()).toBe('234')
    expect((await fetch(String(address), { method: 'HEAD' })).status).toBe(403)
    expect(new URL(String(address)).origin).toBe(await storage.links?.origin())
    expect(storeIn(folder.dir, { delivery: 'pass-through' }).links).toBeNull()
  })

  it.each([
    [{ region: 'cn-north-1' }, 'https://media.s3.cn-north-1.amazonaws.com.cn'],
    [{ region: 'eu-west-1', forcePathStyle: true }, 'https://s3.eu-west-1.amazonaws.com'],
    [{ endpoint: 'https://oss.example.cn' }, 'https://media.oss.example.cn'],
  ])('knows the origin of its addresses before it has credentials: %o', async (more, origin) => {
    const unknown = { endpoint: undefined, credentials: undefined, forcePathStyle: false }
    expect(await storeIn(folder.dir, { ...unknown, ...more }).links?.origin()).toBe(origin)
  })

  it('walks nowhere', async () => {
    await expect(storeAnywhere().stat({ sha256: '../../x', ext: 'txt' })).rejects.toThrow(RangeError)
  })
})

describe('s3Storage, in trouble', () => {
  it('keeps what was handed in again since somebody looked', async () => {
    const storage = storeIn()
    const { file } = await handIn(storage, Buffer.from('wanted'))
    now += 9 * dayMs
    await handIn(storage, Buffer.from('wanted'))
    expect(await storage.remove(file, { before: now - 7 * dayMs })).toBe(false)
    expect(await storage.stat(file)).not.toBeNull()
  })

  it('shows nobody bytes that are not those of the name', async () => {
    const { file } = await handIn(storeIn(), Buffer.from('0123456789'))
    const key = [...server.objects.keys()][0] ?? ''
    server.objects.set(key, { bytes: Buffer.from('012345678X'), modified: now })
    const dir = join(folder.dir, 'other')
    await expect(storeIn(dir).localPath(file)).rejects.toMatchObject({ code: 'media-original-missing' })
    expect(await readdir(join(dir, '.cache'))).toEqual([])
  })

  it('downloads once what several ask for at once', async () => {
    const { file } = await handIn(storeIn(), Buffer.from('popular'))
    server.log.length = 0
    const other = storeIn(join(folder.dir, 'other'))
    await Promise.all([other.localPath(file), other.localPath(file), other.localPath(file)])
    expect(server.log).toHaveLength(1)
  })

  it('lets copies go that were not used for long, and no others', async () => {
    const storage = storeIn(folder.dir, { cacheBytes: 6 })
    const { file: first } = await handIn(storage, Buffer.from('first'))
    const { file: second } = await handIn(storage, Buffer.from('other'))
    expect(await storage.pathAtHand(first)).not.toBeNull()
    now += dayMs
    expect(await storage.pathAtHand(second)).not.toBeNull()
    await handIn(storage, Buffer.from('third'))
    expect(await storage.pathAtHand(first)).toBeNull()
    expect(await storage.pathAtHand(second)).not.toBeNull()
    expect(await text(storage.read(first))).toBe('first')
  })

  it('says so where the server does not answer, and keeps the file', async () => {
    const storage = storeIn()
    await server.close()
    const path = await storage.temporaryPath('part')
    await writeFile(path, '0123456789')
    const adopting = storage.adopt(path, nameOf(Buffer.from('0123456789')))
    await expect(adopting).rejects.toMatchObject({ code: 'storage-unreachable' })
    expect(await readFile(path, 'utf8')).toBe('0123456789')
  })

  it('drops what a crash left half sent, not what is on its way', async () => {
    server.unfinished.set('old', { key: 'xuanbo/a', parts: new Map(), initiated: now - 2 * dayMs })
    server.unfinished.set('new', { key: 'xuanbo/b', parts: new Map(), initiated: now })
    await storeIn().dropUnfinished(now - dayMs)
    expect([...server.unfinished.keys()]).toEqual(['new'])
  })
})
