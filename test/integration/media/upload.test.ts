import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { VideoFacts } from '../../../src/media/facts'
import { hashFile } from '../../../src/media/hash'
import { probe } from '../../../src/media/probe'
import type { Rendition } from '../../../src/media/render'
import { runTool } from '../../../src/media/run'
import {
  aPhoneVideo,
  aPhoto,
  type MediaServer,
  sample,
  startMediaServer,
  temporaryFolder,
  tools,
} from '../../factories/media'

const MAX_BYTES = 8_000_000

let server: MediaServer
let scratch: Awaited<ReturnType<typeof temporaryFolder>>

beforeAll(async () => {
  server = await startMediaServer({ maxBytes: MAX_BYTES })
  scratch = await temporaryFolder()
})

afterAll(async () => {
  await server.stop()
  await scratch.remove()
})

/** Uploads, waits until the jobs are done, and reads the document. */
async function uploaded(name: string, bytes: Uint8Array, fields = {}) {
  const response = await server.upload({ name, bytes }, fields)
  const body = await response.json()
  expect(response.status, JSON.stringify(body)).toBe(201)
  await server.timetable.idle()
  const doc = await server.payload.findByID({ collection: 'media', id: body.doc.id })
  const screen = (doc.renditions as Rendition[]).find(({ purpose }) => purpose === 'screen')
  if (!screen) throw new Error(`no rendition: ${JSON.stringify(doc.failure)}`)
  return { doc, screen, path: await server.storage.localPath(screen) }
}

describe('an accepted upload', () => {
  it('keeps the bytes, the Chinese name and the facts, and becomes ready', async () => {
    const photo = await aPhoto({ width: 801, height: 600 })
    const { doc, screen, path } = await uploaded('出门戴口罩（定稿）.jpg', photo, { alt: '口罩' })
    expect(doc).toMatchObject({
      ...{ filename: '出门戴口罩（定稿）.jpg', alt: '口罩', kind: 'image', state: 'ready' },
      ...{ mimeType: 'image/jpeg', filesize: photo.length, width: 801, height: 600 },
    })
    const original = await server.storage.localPath({ sha256: String(doc.sha256), ext: 'jpg' })
    expect(Buffer.compare(await readFile(original), photo)).toBe(0)
    expect(await hashFile(path)).toBe(screen.sha256)
    expect(screen).toMatchObject({ mimeType: 'image/jpeg', width: 801, height: 600, seconds: null })
    expect(doc.renditions?.map(({ purpose }) => purpose).sort()).toEqual(['screen', 'thumbnail'])
  })

  it('may come without any field', async () => {
    const response = await server.upload({ name: 'a.jpg', bytes: await aPhoto({ width: 33 }) }, null)
    expect(response.status).toBe(201)
  })

  it('is stored once though uploaded twice, under two names', async () => {
    const photo = await aPhoto({ width: 90, height: 90 })
    const first = await uploaded('同名.jpg', photo)
    const again = await (await server.upload({ name: '同名.jpg', bytes: photo })).json()
    expect(again.doc.duplicateOf).toBe(first.doc.id)
    await server.timetable.idle()
    const second = { doc: await server.payload.findByID({ collection: 'media', id: again.doc.id }) }
    expect(second.doc.sha256).toBe(first.doc.sha256)
    expect(second.doc.filename).toBe('同名-1.jpg')
    const copies = (await server.files()).filter((name) => name.startsWith(String(first.doc.sha256)))
    expect(copies).toHaveLength(1)
  })

  it('shows a photo upright whose EXIF says that it lies on its side, without its metadata', async () => {
    const photo = await aPhoto({ width: 640, height: 480, orientation: 6 })
    const { doc, screen, path } = await uploaded('竖拍.jpg', photo)
    expect(doc).toMatchObject({ width: 480, height: 640 })
    expect(screen).toMatchObject({ width: 480, height: 640 })
    const { width, height, exif, orientation } = await sharp(path).metadata()
    expect({ width, height, exif, orientation }).toEqual({ width: 480, height: 640 })
  })

  it('keeps what is transparent, and scales down what is too big', async () => {
    const clear = await sharp({ create: { width: 60, height: 40, channels: 4, background: '#ff000080' } })
      .png()
      .toBuffer()
    expect((await uploaded('透明.png', clear)).screen.mimeType).toBe('image/webp')
    const huge = await sharp({ create: { width: 5000, height: 1000, channels: 3, background: '#369' } })
      .png()
      .toBuffer()
    const { path } = await uploaded('长图.png', huge)
    expect(await sharp(path).metadata()).toMatchObject({ format: 'jpeg', width: 3840, height: 768 })
  })

  it('turns a harmless SVG into a picture', async () => {
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" width="384" height="256"><rect width="384" height="256" fill="#c00"/></svg>'
    const { doc, path } = await uploaded('标语.svg', Buffer.from(svg))
    expect(doc).toMatchObject({ mimeType: 'image/svg+xml', width: 384, height: 256 })
    expect(await sharp(path).metadata()).toMatchObject({ format: 'jpeg', width: 384, height: 256 })
  })

  it('makes an odd phone video play: H.264, yuv420p, even sizes, constant rate, index first', async () => {
    const video = await aPhoneVideo(join(scratch.dir, 'phone.mov'), { fps: '29.2' })
    const { doc, screen, path } = await uploaded('VID_0001.mov', await readFile(video))
    expect(doc).toMatchObject({ kind: 'video', facts: { width: 323, height: 181 } })
    expect(Math.abs((doc.facts as VideoFacts).seconds - 2)).toBeLessThan(0.2)
    const facts = await probe(path, tools().ffprobe)
    expect(facts).toMatchObject({
      videoCodec: 'h264',
      pixelFormat: 'yuv420p',
      audioCodec: 'aac',
      frameRate: 30,
    })
    expect(screen).toMatchObject({ width: 322, height: 180, mimeType: 'video/mp4' })
    const head = (await readFile(path)).toString('latin1')
    expect(head.indexOf('moov')).toBeLessThan(head.indexOf('mdat'))
  })

  it('plays a real phone video and a real photo, where the samples are installed', async ({ skip }) => {
    const video = sample('movie1/VID_20191220_170832.mp4')
    const photo = sample('pic1/IMG_20200827_231612.jpg')
    if (!video || !photo) return skip()
    const film = await uploaded('现场.mp4', await readFile(video))
    expect(await probe(film.path, tools().ffprobe)).toMatchObject({
      videoCodec: 'h264',
      pixelFormat: 'yuv420p',
    })
    const picture = await uploaded('照片.jpg', await readFile(photo))
    expect(Math.max(picture.screen.width ?? 0, picture.screen.height ?? 0)).toBe(3840)
  })

  it('makes AAC of a song, with its length known at once', async () => {
    const wav = join(scratch.dir, 'song.wav')
    await runTool({
      program: tools().ffmpeg,
      args: ['-v', 'error', '-f', 'lavfi', '-i', 'sine=frequency=330:duration=3', '-y', wav],
      timeoutMs: 20_000,
    })
    const { doc, screen, path } = await uploaded('让爱点燃希望.wav', await readFile(wav))
    expect(doc).toMatchObject({ kind: 'audio', facts: { seconds: 3 } })
    expect(screen).toMatchObject({ mimeType: 'audio/mp4', ext: 'm4a', seconds: 3 })
    expect(await probe(path, tools().ffprobe)).toMatchObject({ audioCodec: 'aac', sampleRate: 48000 })
  })
})

describe('a refused upload', () => {
  const script = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
  const cases: [string, number, string, string, () => Promise<Uint8Array> | Uint8Array][] = [
    ['another type', 415, 'media-type-refused', 'poster.jpg', () => Buffer.from('1f8b080000000000', 'hex')],
    ['text that says it is a picture', 415, 'media-type-refused', 'poster.jpg', () => Buffer.from('hello')],
    ['half a JPEG', 400, 'media-damaged', 'half.jpg', async () => (await aPhoto()).subarray(0, 20_000)],
    [
      'a header alone',
      400,
      'media-damaged',
      'head.png',
      () => Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
    ],
    [
      'an MP4 of nothing',
      400,
      'media-damaged',
      'x.mp4',
      () => Buffer.from('\0\0\0\x18ftypmp42\0\0\0\0mp42isom'),
    ],
    ['an SVG with a script', 400, 'media-svg-unsafe', '标语.svg', () => Buffer.from(script)],
    ['zero bytes', 400, 'media-empty', 'empty.jpg', () => new Uint8Array()],
    ['over the limit', 413, 'media-too-large', 'big.mp4', () => new Uint8Array(MAX_BYTES + 1)],
    ['far over the limit', 413, 'media-too-large', 'huge.mp4', () => new Uint8Array(MAX_BYTES + 3_000_000)],
  ]

  it.each(cases)('%s: %i %s, and nothing is left', async (_, status, code, name, bytes) => {
    const before = { files: await server.files(), docs: await count() }
    const response = await server.upload({ name, bytes: await bytes() })
    const { errors } = await response.json()
    expect({ status: response.status, code: errors[0].data?.code }).toEqual({ status, code })
    expect(errors[0].message).toMatch(/\p{Script=Han}/u)
    expect({ files: await server.files(), docs: await count() }).toEqual(before)
  })

  it('says why in English too', async () => {
    const response = await server.upload({ name: 'a.svg', bytes: Buffer.from(script) }, {}, 'en')
    expect((await response.json()).errors[0].message).toMatch(/^The SVG holds a script/)
  })

  it('for want of a file', async () => {
    const response = await server.upload({ name: '', bytes: new Uint8Array() })
    expect([response.status, (await response.json()).errors[0].data.code]).toEqual([400, 'media-missing'])
  })

  it('that names an address to fetch', async () => {
    const before = await server.files()
    const link = { filename: 'x.jpg', url: 'http://example.com/x.jpg' }
    const response = await server.upload({ name: 'a.jpg', bytes: await aPhoto({ width: 78 }) }, link)
    expect([response.status, (await response.json()).errors[0].data.code]).toEqual([400, 'media-missing'])
    expect(await server.files()).toEqual(before)
  })

  it('for its fields: the original is not kept either', async () => {
    const before = await server.files()
    const response = await server.upload(
      { name: 'a.jpg', bytes: await aPhoto({ width: 77 }) },
      { alt: '长'.repeat(201) },
    )
    expect(response.status).toBe(400)
    expect(await server.files()).toEqual(before)
  })

  it('of what is there already: the file of an item never changes, and fields of the server cannot be sent', async () => {
    const { doc } = await uploaded('原.jpg', await aPhoto({ width: 50, height: 50 }))
    const file = {
      name: 'b.jpg',
      data: await aPhoto({ width: 51, height: 50 }),
      mimetype: 'image/jpeg',
      size: 1,
    }
    const update = { collection: 'media', id: doc.id, overrideAccess: true } as const
    await expect(server.payload.update({ ...update, data: {}, file })).rejects.toMatchObject({
      data: { code: 'media-fixed' },
    })
    const changed = await server.payload.update({
      ...update,
      data: { alt: '新', sha256: 'x', filename: 'x', mimeType: 'text/html' },
    })
    expect(changed).toMatchObject({
      alt: '新',
      sha256: doc.sha256,
      filename: '原.jpg',
      mimeType: 'image/jpeg',
    })
  })

  async function count() {
    return (await server.payload.count({ collection: 'media' })).totalDocs
  }
})

describe('files for staff', () => {
  it('serves the original by its name, in ranges, and the thumbnail; to nobody without a session', async () => {
    const photo = await aPhoto({ width: 700, height: 300 })
    const { doc } = await uploaded('长江.jpg', photo)
    const path = `/api/media/file/${encodeURIComponent('长江.jpg')}`
    const whole = await server.get(path)
    expect([whole.status, whole.headers.get('content-type')]).toEqual([200, 'image/jpeg'])
    expect(Buffer.from(await whole.arrayBuffer()).equals(photo)).toBe(true)

    const part = await server.get(path, { headers: { Range: 'bytes=10-19' } })
    expect([part.status, part.headers.get('content-range')]).toEqual([206, `bytes 10-19/${photo.length}`])
    expect(Buffer.from(await part.arrayBuffer()).equals(photo.subarray(10, 20))).toBe(true)
    expect((await server.get(path, { headers: { Range: 'bytes=99999999-' } })).status).toBe(416)
    expect(
      (await server.get(path, { headers: { 'If-None-Match': whole.headers.get('etag') ?? '' } })).status,
    ).toBe(304)

    const thumbnail = await server.get(`/api/media/${doc.id}/renditions/thumbnail`)
    expect(doc.thumbnailURL).toBe(`/api/media/${doc.id}/renditions/thumbnail`)
    expect(await sharp(Buffer.from(await thumbnail.arrayBuffer())).metadata()).toMatchObject({
      format: 'webp',
      width: 480,
    })

    expect((await server.get(path, { signedIn: false })).status).toBe(403)
    expect((await server.get(String(doc.thumbnailURL), { signedIn: false })).status).toBe(403)
  })
})
