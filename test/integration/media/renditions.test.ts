import { createHmac } from 'node:crypto'
import { rename } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ProgressReport } from '../../../src/cms/admin/media/progress/report'
import type { Rendition } from '../../../src/cms/payload-types'
import { mediaUrl } from '../../../src/publish/media-urls'
import { type Device, pairDevice } from '../../factories/device'
import { aPhoto } from '../../factories/media'
import { aSite, siteSecret, type TestServer, type TestSite } from '../../factories/server'
import { firstAdministrator, type Staff } from '../../factories/staff'
import { until } from '../../factories/until'

let site: TestSite
let server: TestServer
let staff: Staff
let media: { id: string; sha256: string; ext: string }
let poster: string
let small: Device
let strip: Device

beforeAll(async () => {
  site = await aSite()
  server = await site.start()
  staff = await firstAdministrator(server.url)
  const photo = await aPhoto({ width: 900, height: 700 })
  const uploaded = await staff.upload<typeof media>(new Blob([Uint8Array.from(photo)]), '口罩.jpg')
  media = uploaded.body.doc
  poster = (await aContent({ media: media.id })).id
  const playlist = await aPlaylist(poster)
  await aSchedule(playlist, { all: true })
  small = await aScreen('led-384x256')
  strip = await aScreen('led-1920x360')
})
afterAll(() => site?.remove())

const aContent = (over: object) =>
  staff.create('contents', {
    title: '海报',
    kind: 'poster',
    quotaClass: 'public-service',
    reviewStatus: 'approved',
    ...over,
  })
const aPlaylist = async (content: string) =>
  (await staff.create('playlists', { title: '节目单', entries: [{ content }] })).id
const aSchedule = (playlist: string, targets: object) =>
  staff.create('schedules', { title: '全天', playlist, level: 'normal', enabled: true, targets })

async function aScreen(preset: string, over: object = {}) {
  const where = `where[preset][equals]=${preset}`
  const profiles = await staff.get<{ docs: { id: string }[] }>(`/api/display-profiles?${where}`)
  const profile = profiles.body.docs[0]?.id
  const display = { name: preset, channel: 'led', timezone: 'Asia/Shanghai', profile, ...over }
  return pairDevice(server.url, staff, (await staff.create('displays', display)).id)
}

async function renditions(of = media.id): Promise<Rendition[]> {
  const { body } = await staff.get<{ docs: Rendition[] }>(
    `/api/renditions?depth=0&limit=100&where[media][equals]=${of}`,
  )
  return body.docs
}

const report = async (of = media.id) =>
  (await staff.get<ProgressReport>(`/api/media-progress?media=${of}`)).body[of]

/** The picture that a screen shows of a content, as it came. */
async function pictureOn(device: Device, content = poster) {
  const { manifest } = await device.manifest()
  const sha256 = manifest.contents[content]?.file
  const file = sha256 === undefined ? undefined : manifest.files[sha256]
  if (!file) return null
  const response = await device.call('GET', file.url)
  const { width, height, format } = await sharp(Buffer.from(await response.arrayBuffer())).metadata()
  return { width, height, format }
}

describe('exact renditions', () => {
  it.each([
    ['a small wall', () => small, { width: 384, height: 256 }],
    ['a strip', () => strip, { width: 1920, height: 360 }],
  ])('reach %s pixel by pixel', async (_, screen, size) => {
    const shown = await until(
      () => pictureOn(screen()),
      (picture) => picture?.width === size.width,
    )
    expect(shown).toMatchObject(size)
  })

  it('are made for these screens alone, once each', async () => {
    const made = await until(renditions, (all) => all.every(({ state }) => state === 'ready'))
    expect(made.map(({ width, height }) => `${width}×${height}`).sort()).toEqual(['1920×360', '384×256'])
  })

  it('are made on demand for a display with another profile', async () => {
    const bus = await aScreen('bus-1280x720')
    const shown = await until(
      () => pictureOn(bus),
      (picture) => picture?.width === 1280,
    )
    expect(shown).toMatchObject({ width: 1280, height: 720 })
    expect(await renditions()).toHaveLength(3)
  })

  it('tell staff how they are, and nobody else', async () => {
    const told = await report()
    expect(told).toMatchObject({ state: 'ready', done: 1 })
    const [first] = told?.renditions ?? []
    expect(first).toMatchObject({ label: '1280×720', state: 'ready', done: 1, failure: null })
    expect(first?.screens).toEqual(['公交电视 1280×720 · Bus TV'])
    expect((await fetch(`${server.url}/api/media-progress`)).status).toBe(401)
  })
})

describe('what is not approved', () => {
  it('is made ready, and never served until it is approved', async () => {
    const { id: draft } = await aContent({ media: media.id, fit: 'cover', reviewStatus: 'draft' })
    const known = new Set((await renditions()).map(({ id }) => id))
    await aSchedule(await aPlaylist(draft), { displays: [small.display] })
    const own = await until(
      async () => (await renditions()).find(({ id }) => !known.has(id)),
      (made) => made?.state === 'ready',
    )
    const url = signedUrl({ sha256: String(own?.sha256), ext: String(own?.ext) })
    expect((await small.call('GET', url)).status).toBe(404)
    await staff.update('contents', draft, { reviewStatus: 'approved' })
    const { status } = await until(
      () => small.call('GET', url),
      ({ status }) => status === 200,
    )
    expect(status).toBe(200)
    await staff.update('contents', draft, { reviewStatus: 'rejected' })
    await until(
      () => small.call('GET', url),
      ({ status }) => status === 404,
    )
  })
})

describe('a rendition that fails', () => {
  it('says why, leaves its screens what they had, and is made when tried again', async () => {
    const path = join(site.folder, 'media', media.sha256.slice(0, 2), `${media.sha256}.${media.ext}`)
    await rename(path, `${path}.away`)
    const tall = await aScreen('building-1080x1920')
    const failed = await until(
      async () => (await report())?.renditions.find(({ label }) => label === '1080×1920'),
      (rendition) => rendition?.state === 'failed',
    )
    expect(failed?.failure?.code).toBe('media-original-missing')
    expect(await pictureOn(tall)).toMatchObject({ width: 900, height: 700 })
    await rename(`${path}.away`, path)
    expect((await staff.send('POST', `/api/renditions/${failed?.id}/retry`)).status).toBe(202)
    await until(
      () => pictureOn(tall),
      (picture) => picture?.height === 1920,
    )
  })

  it('is tried again by editors only', async () => {
    const [one] = await renditions()
    const path = `${server.url}/api/renditions/${one?.id}/retry`
    expect((await fetch(path, { method: 'POST' })).status).toBe(403)
    expect((await staff.send('POST', '/api/renditions/none/retry')).status).toBe(404)
  })
})

describe('a media item with renditions', () => {
  it('is not deleted while a content shows it, and takes them with it afterwards', async () => {
    const photo = await aPhoto({ width: 500, height: 500 })
    const { body } = await staff.upload(new Blob([Uint8Array.from(photo)]), '一米线.jpg')
    const { id } = body.doc
    const content = await aContent({ media: id })
    const playlist = await aPlaylist(content.id)
    const schedule = await aSchedule(playlist, { displays: [small.display] })
    await until(
      () => renditions(id),
      (made) => made.length === 1 && made[0]?.state === 'ready',
    )
    expect((await staff.send('DELETE', `/api/media/${id}`)).status).toBe(409)
    await staff.send('DELETE', `/api/schedules/${schedule.id}`)
    await staff.send('DELETE', `/api/playlists/${playlist}`)
    await staff.send('DELETE', `/api/contents/${content.id}`)
    expect((await staff.send('DELETE', `/api/media/${id}`)).status).toBe(200)
    expect(await renditions(id)).toEqual([])
  })
})

/** As the server signs it: so that nothing but the approval keeps the file back. */
function signedUrl(file: { sha256: string; ext: string }) {
  const secret = createHmac('sha256', siteSecret).update('media-urls').digest('hex')
  return mediaUrl(secret, file, Date.now() + 3_600_000)
}
