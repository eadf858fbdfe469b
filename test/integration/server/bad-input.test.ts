import { once } from 'node:events'
import { existsSync, readdirSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aPhoto } from '../../factories/media'
import { aSite, type TestServer, type TestSite } from '../../factories/server'
import { firstAdministrator, type Staff } from '../../factories/staff'
import { until } from '../../factories/until'

const uploadMaxBytes = 300_000

let site: TestSite
let server: TestServer
let staff: Staff
let profile: string
let playlist: string

beforeAll(async () => {
  site = await aSite()
  server = await site.start({ UPLOAD_MAX_BYTES: String(uploadMaxBytes) })
  staff = await firstAdministrator(server.url)
  const profiles = await staff.get<{ docs: { id: string }[] }>('/api/display-profiles?limit=1')
  profile = String(profiles.body.docs[0]?.id)
  const content = await staff.create('contents', {
    title: '口号',
    kind: 'slogan',
    text: '勤洗手',
    seconds: 10,
    quotaClass: 'public-service',
  })
  playlist = (await staff.create('playlists', { title: '节目单', entries: [{ content: content.id }] })).id
})
afterAll(() => site?.remove())

const count = async (collection: string) =>
  (await staff.get<{ totalDocs: number }>(`/api/${collection}?limit=1`)).body.totalDocs

function storedFiles() {
  const folder = join(site.folder, 'media')
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
}

type Refusal = {
  errors: {
    message: string
    data?: { code?: string; errors?: { path: string; code: string; message: string }[] }
  }[]
}

describe('an upload', () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>'

  it.each([
    [
      'of a wrong type',
      'notes.jpg',
      async () => Buffer.from('just some words, whatever the name says'),
      415,
      'media-type-refused',
    ],
    ['of an empty file', 'empty.jpg', async () => Buffer.alloc(0), 400, 'media-empty'],
    [
      'of a truncated JPEG',
      'cut.jpg',
      async () => (await aPhoto({ width: 320, height: 240 })).subarray(0, 9000),
      400,
      'media-damaged',
    ],
    ['of an SVG with a script', 'drawing.svg', async () => Buffer.from(svg), 400, 'media-svg-unsafe'],
    [
      'over the limit',
      'large.jpg',
      async () => aPhoto({ width: 2000, height: 2000 }),
      413,
      'media-too-large',
    ],
  ])('%s is refused in words, and leaves nothing', async (_what, name, make, status, code) => {
    const answer = await staff.upload(new Blob([new Uint8Array(await make())]), name)
    const { errors } = answer.body as unknown as Refusal
    expect([answer.status, errors[0]?.data?.code]).toEqual([status, code])
    expect(errors[0]?.message).toMatch(/\p{Script=Han}/u)
    expect(await count('media')).toBe(0)
    expect(storedFiles()).toEqual([])
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200)
  })
})

describe('an upload that breaks off', () => {
  it('leaves nothing, and the server goes on', async () => {
    const boundary = 'a-boundary'
    const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="film.mp4"\r\nContent-Type: video/mp4\r\n\r\n`
    const begun = request(`${server.url}/api/media`, {
      method: 'POST',
      headers: {
        ...staff.headers,
        'Content-Type': `multipart/form-data; boundary=${boundary}`,
        'Content-Length': '250000',
      },
    })
    const broken = once(begun, 'error')
    begun.write(head)
    begun.write(Buffer.alloc(100_000, 1))
    await until(
      async () => storedFiles().length,
      (files) => files > 0,
    )
    begun.destroy(new Error('the line was cut'))
    await broken
    await until(
      async () => storedFiles().length,
      (files) => files === 0,
    )
    expect(await count('media')).toBe(0)
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200)
  })
})

describe('a document', () => {
  const schedule = () => ({ title: '排期', playlist, level: 'normal', enabled: true, targets: { all: true } })
  const display = () => ({ name: '屏', channel: 'led', timezone: 'Asia/Shanghai', profile })

  it.each([
    ['a playlist of nothing', 'playlists', () => ({ title: '空', entries: [] }), 'entries'],
    [
      'a schedule that ends before it starts',
      'schedules',
      () => ({ ...schedule(), start: '2026-10-02T00:00', end: '2026-10-01T00:00' }),
      'end',
    ],
    [
      'a schedule of a wrong zone',
      'schedules',
      () => ({ ...schedule(), timezone: 'Mars/Olympus' }),
      'timezone',
    ],
    ['a display of a wrong zone', 'displays', () => ({ ...display(), timezone: 'Beijing' }), 'timezone'],
    [
      'a daypart of no length',
      'schedules',
      () => ({ ...schedule(), dayparts: [{ from: '07:00', to: '07:00' }] }),
      'dayparts.0',
    ],
    [
      'a booking on a takeover',
      'schedules',
      () => ({ ...schedule(), level: 'takeover', playsPerHour: 4 }),
      'playsPerHour',
    ],
    [
      'an hourly rule',
      'schedules',
      () => ({ ...schedule(), start: '2026-10-01T00:00', rrule: 'FREQ=HOURLY' }),
      'rrule',
    ],
  ])('%s is refused at its field, in both languages', async (_what, collection, make, path) => {
    const before = await count(collection)
    const ask = async (language: string) => {
      const response = await fetch(`${server.url}/api/${collection}`, {
        method: 'POST',
        headers: { ...staff.headers, 'Content-Type': 'application/json', 'Accept-Language': language },
        body: JSON.stringify(make()),
      })
      const { errors } = (await response.json()) as Refusal
      const faults = errors[0]?.data?.errors ?? []
      return { status: response.status, fault: faults.find((fault) => fault.path.startsWith(path)) }
    }
    const chinese = await ask('zh')
    const english = await ask('en')
    expect([chinese.status, english.status]).toEqual([400, 400])
    expect(chinese.fault?.message).toMatch(/\p{Script=Han}/u)
    expect(english.fault?.message).toMatch(/^\P{Script=Han}+$/u)
    expect(chinese.fault?.code).toMatch(/^[a-z-]+$/)
    expect(await count(collection)).toBe(before)
  })

  it('that is not JSON is refused, and the server goes on', async () => {
    const response = await fetch(`${server.url}/api/contents`, {
      method: 'POST',
      headers: { ...staff.headers, 'Content-Type': 'application/json' },
      body: '{"title":',
    })
    expect(response.status).toBe(400)
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200)
  })
})
