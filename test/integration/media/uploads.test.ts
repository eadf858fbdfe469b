import { createHash } from 'node:crypto'
import { appendFile, readFile, stat, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { aPhoto } from '../../factories/media'
import { type TusClient, tusClient } from '../../factories/tus'
import { headersOfRole, startUploadServer, type UploadServer } from '../../factories/upload-server'

const MAX_BYTES = 4_000_000

let server: UploadServer
let editor: TusClient
let administrator: TusClient

beforeAll(async () => {
  server = await startUploadServer({ maxBytes: MAX_BYTES })
  administrator = tusClient(server.url, await headersOfRole(server.cms, 'administrator'))
  editor = tusClient(server.url, await headersOfRole(server.cms, 'editor'))
})
afterAll(() => server.stop())

const digest = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
let made = 0
/** No two of them are the same file. */
function nextPhoto() {
  made += 1
  return aPhoto({ width: 100 + made, height: 200 })
}

async function created(bytes: number, metadata: Record<string, string> = {}, client = editor) {
  const answer = await client.create(bytes, { filename: 'a.jpg', ...metadata })
  expect(answer.status).toBe(201)
  return String(answer.headers.get('location'))
}

async function uploaded(photo: Uint8Array, metadata: Record<string, string> = {}, client = editor) {
  const location = await created(photo.length, metadata, client)
  const answer = await client.patch(location, 0, photo)
  return { location, status: answer.status, body: await answer.json() }
}

describe('an upload in pieces', () => {
  it('becomes a document of the name, the folder and the description that were sent', async () => {
    const { payload } = server.cms
    const folder = await payload.create({ collection: 'media-folders', data: { title: '防汛' } })
    const photo = await nextPhoto()
    const metadata = { filename: '../长江\u202e汛期\0（定稿）.jpg', alt: '江堤', folder: folder.id }
    const location = await created(photo.length, metadata)
    expect(location).toMatch(/^\/api\/uploads\/[0-9a-f]{32}$/)

    const first = await editor.patch(location, 0, photo.subarray(0, 1000))
    expect([first.status, first.headers.get('upload-offset')]).toEqual([204, '1000'])
    const head = await editor.head(location)
    expect([head.headers.get('upload-offset'), head.headers.get('upload-length')]).toEqual([
      '1000',
      String(photo.length),
    ])
    const last = await editor.patch(location, 1000, photo.subarray(1000))
    const body = await last.json()
    expect(last.status, JSON.stringify(body)).toBe(200)
    expect(body).toMatchObject({
      duplicate: false,
      message: null,
      doc: {
        filename: '长江汛期（定稿）.jpg',
        alt: '江堤',
        folder: folder.id,
        kind: 'image',
        state: 'processing',
        sha256: digest(photo),
        filesize: photo.length,
      },
    })
    const original = await readFile(
      join(server.cms.dir, 'media', digest(photo).slice(0, 2), `${digest(photo)}.jpg`),
    )
    expect(original.equals(photo)).toBe(true)
    expect(await partials()).toEqual([])
    const { docs } = await payload.find({ collection: 'payload-jobs' })
    expect(docs.map(({ input }) => input)).toContainEqual({ media: body.doc.id })
  })

  it('tells again who lost the last answer', async () => {
    const { location, body } = await uploaded(await nextPhoto())
    const head = await editor.head(location)
    expect(head.headers.get('upload-offset')).toBe(head.headers.get('upload-length'))
    expect(await (await editor.send('GET', location)).json()).toMatchObject({ doc: { id: body.doc.id } })
    expect((await administrator.send('GET', location)).status).toBe(404)
    expect((await editor.send('DELETE', location)).status).toBe(204)
    expect((await editor.head(location)).status).toBe(404)
  })

  it('goes on where it was after a start of the server, and is hashed whole', async () => {
    const photo = await nextPhoto()
    const location = await created(photo.length)
    await editor.patch(location, 0, photo.subarray(0, 5000))
    server.restart()
    await server.desk.tidy(Date.now(), { starting: true })
    expect((await editor.head(location)).headers.get('upload-offset')).toBe('5000')
    const last = await editor.patch(location, 5000, photo.subarray(5000))
    expect(await last.json()).toMatchObject({ doc: { sha256: digest(photo) } })
  })

  it('is finished by asking, where the server died between the last byte and the document', async () => {
    const photo = await nextPhoto()
    const location = await created(photo.length)
    await editor.patch(location, 0, photo.subarray(0, -1))
    await appendFile(join(server.cms.dir, 'media/.uploads', location.slice(-32)), photo.subarray(-1))
    server.restart()
    expect((await editor.head(location)).headers.get('upload-offset')).toBe(String(photo.length))
    const asked = await Promise.all([editor.send('GET', location), editor.send('GET', location)])
    const [one, other] = await Promise.all(asked.map((answer) => answer.json()))
    expect(one).toMatchObject({ doc: { sha256: digest(photo) }, duplicate: false })
    expect(other).toEqual(one)
  })

  it('keeps what came before the line broke', async () => {
    const photo = await nextPhoto()
    const location = await created(photo.length)
    const cut = new AbortController()
    const half = new ReadableStream({
      start(controller) {
        controller.enqueue(photo.subarray(0, 3000))
      },
    })
    const sending = fetch(`${server.url}${location}`, {
      method: 'PATCH',
      headers: {
        ...(await headersOfRole(server.cms, 'editor')),
        'Tus-Resumable': '1.0.0',
        'Content-Type': 'application/offset+octet-stream',
        'Upload-Offset': '0',
      },
      body: half,
      duplex: 'half',
      signal: cut.signal,
    } as RequestInit).catch(() => null)
    await expect.poll(() => offsetOf(location)).toBe(3000)
    cut.abort()
    await sending
    expect((await editor.head(location)).headers.get('upload-offset')).toBe('3000')
    const last = await editor.patch(location, 3000, photo.subarray(3000))
    expect(await last.json()).toMatchObject({ doc: { sha256: digest(photo) } })
  })

  it('can be called off', async () => {
    const location = await created(500)
    await editor.patch(location, 0, new Uint8Array(100))
    expect((await editor.send('DELETE', location)).status).toBe(204)
    expect((await editor.head(location)).status).toBe(404)
    expect(await partials()).toEqual([])
  })

  it('is removed once nobody went on with it for two days, and not before', async () => {
    const location = await created(500)
    const now = Date.now()
    await server.desk.tidy(now + 47 * 3_600_000)
    expect((await editor.head(location)).status).toBe(200)
    const old = new Date(now - 49 * 3_600_000)
    await utimes(join(server.cms.dir, 'media/.uploads', location.slice(-32)), old, old)
    await server.desk.tidy(now)
    expect((await editor.head(location)).status).toBe(404)
    expect(await partials()).toEqual([])
  })
})

describe('the same file twice', () => {
  it('is one document, which is named', async () => {
    const photo = await nextPhoto()
    const first = await uploaded(photo, { filename: '口罩.jpg' })
    const again = await uploaded(photo, { filename: '另一个名字.jpg' }, administrator)
    expect([again.status, again.body.duplicate, again.body.doc.id]).toEqual([200, true, first.body.doc.id])
    expect(again.body.message).toBe('这个文件已上传过：口罩.jpg')
    expect((await server.files()).filter((name) => name.startsWith(digest(photo)))).toHaveLength(1)
    expect(await partials()).toEqual([])
  })

  it('is one document though both arrive at once, and two files of one name are two', async () => {
    const [photo, other] = [await nextPhoto(), await nextPhoto()]
    const all = await Promise.all(
      [photo, photo, other].map((bytes) => uploaded(bytes, { filename: '同时.jpg' })),
    )
    expect(new Set(all.map(({ body }) => body.doc.id)).size).toBe(2)
    expect(all.filter(({ body }) => body.duplicate)).toHaveLength(1)
    expect(new Set(all.map(({ body }) => body.doc.filename))).toEqual(new Set(['同时.jpg', '同时-1.jpg']))
  })
})

describe('a refusal', () => {
  let before: { files: string[]; docs: number }
  const state = async () => ({
    files: await server.files(),
    docs: (await server.cms.payload.count({ collection: 'media' })).totalDocs,
  })
  beforeEach(async () => {
    before = await state()
  })

  it('comes before the first byte where the file is over the limit, and names the limit', async () => {
    const answer = await editor.create(MAX_BYTES + 1, { filename: 'a.mp4' })
    expect([answer.status, answer.headers.get('tus-max-size')]).toEqual([413, String(MAX_BYTES)])
    expect(await answer.json()).toMatchObject({
      code: 'media-too-large',
      detail: expect.stringMatching(/上限/),
    })
    expect(await state()).toEqual(before)
  })

  it.each([
    ['another type', 415, 'media-type-refused', Buffer.from('hello, I am a poster')],
    ['a header alone', 400, 'media-damaged', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
    [
      'an SVG with a script',
      400,
      'media-svg-unsafe',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
    ],
  ])('of %s: %i %s in the language of who asks; nothing is left', async (_, status, code, bytes) => {
    const refused = await uploaded(bytes, { filename: 'poster.jpg' })
    expect([refused.status, refused.body.code]).toEqual([status, code])
    expect(refused.body.detail).toMatch(/\p{Script=Han}/u)
    expect(await state()).toEqual(before)
    const english = tusClient(server.url, await headersOfRole(server.cms, 'editor'), 'en')
    expect((await uploaded(bytes, {}, english)).body.detail).not.toMatch(/\p{Script=Han}/u)
    const told = await editor.send('GET', refused.location)
    expect([told.status, (await told.json()).code]).toEqual([status, code])
  })

  it('of an empty file', async () => {
    const answer = await editor.create(0, { filename: 'a.jpg' })
    expect([answer.status, (await answer.json()).code]).toEqual([400, 'media-empty'])
    expect(await state()).toEqual(before)
  })

  it('of bytes that belong elsewhere, or are too many', async () => {
    const location = await created(1000)
    const wrong = await editor.patch(location, 10, new Uint8Array(10))
    expect([wrong.status, (await wrong.json()).code]).toEqual([409, 'upload-conflict'])
    const many = await editor.patch(location, 0, new Uint8Array(1001))
    expect([many.status, (await many.json()).code]).toEqual([413, 'media-too-large'])
    expect((await editor.head(location)).headers.get('upload-offset')).toBe('0')
    const early = await editor.send('GET', location)
    expect([early.status, (await early.json()).code]).toEqual([409, 'upload-unfinished'])
    await editor.send('DELETE', location)
  })

  it('of who is not signed in, may not upload, or did not begin it', async () => {
    const location = await created(1000)
    const nobody = tusClient(server.url, {})
    expect((await nobody.create(10)).status).toBe(401)
    for (const role of ['viewer', 'operator'] as const) {
      const answer = await tusClient(server.url, await headersOfRole(server.cms, role)).create(10)
      expect([answer.status, (await answer.json()).code]).toEqual([403, 'forbidden'])
    }
    for (const method of ['HEAD', 'DELETE', 'GET'])
      expect((await administrator.send(method, location)).status).toBe(404)
    expect((await administrator.patch(location, 0, new Uint8Array(10))).status).toBe(404)
    for (const id of ['..%2f..%2fetc%2fpasswd', 'a'.repeat(32), '%00', 'x'])
      expect((await editor.head(`/api/uploads/${id}`)).status).toBe(404)
    await editor.send('DELETE', location)
  })

  it('lets no other site read or send: no origin is allowed', async () => {
    const answer = await editor.send('OPTIONS', '/api/uploads', { Origin: 'https://example.com' })
    expect(answer.headers.get('access-control-allow-origin')).toBeNull()
    expect([answer.headers.get('tus-version'), answer.headers.get('tus-max-size')]).toEqual([
      '1.0.0',
      String(MAX_BYTES),
    ])
  })
})

async function partials() {
  return (await server.files()).filter(
    (name) => /^[0-9a-f]{32}(\.json)?$/.test(name) || name.endsWith('.upload'),
  )
}

async function offsetOf(location: string) {
  return (await stat(join(server.cms.dir, 'media/.uploads', location.slice(-32)))).size
}
