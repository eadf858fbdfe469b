import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { launchChromium } from '../factories/chromium'
import { aPhoneVideo, aPhoto, sample } from '../factories/media'
import { aSite, type TestServer, type TestSite } from '../factories/server'
import { firstAdministrator, type Staff } from '../factories/staff'
import { until } from '../factories/until'

const width = 1280
const height = 720
const posterSeconds = 3
const videoSeconds = 4

let site: TestSite
let browser: Browser
beforeAll(async () => {
  site = await aSite()
  browser = await launchChromium(['--autoplay-policy=no-user-gesture-required'])
})
afterAll(async () => {
  await browser?.close()
  await site?.remove()
})

it('goes from an upload to a playing screen, through a dead server, to plays counted once', {
  timeout: 300_000,
}, async () => {
  let server = await site.start()
  const staff = await firstAdministrator(server.url)

  const photo = await readMedia('pic1/IMG_1054.JPG', () => aPhoto({ width: 1200, height: 900 }))
  const video = await readMedia('movie1/VID_20191220_170832.mp4', madePhoneVideo)
  const poster = await aPiece(
    staff,
    { kind: 'poster', title: '戴口罩', seconds: posterSeconds },
    photo,
    '海报.jpg',
  )
  const film = await aPiece(
    staff,
    { kind: 'video', title: '志愿送暖', seconds: videoSeconds },
    video,
    '短视频.mp4',
  )

  const display = await scheduled(staff, [poster, film])
  const page = await aScreen(server.url)
  await pairByCode(page, staff, display)

  const expected = await asOnScreen(server, staff, poster, [film])
  await seesPoster(page, expected)
  await seesMovingVideo(page)

  await server.kill()
  const deadSince = Date.now()
  await seesPoster(page, expected)
  await seesMovingVideo(page)
  await seesPoster(page, expected)

  server = await site.start()
  const heardOf = (plays: Seen[]) => plays.filter(({ from }) => from > deadSince)
  const plays = await until(
    () => playsOf(staff, display),
    (all) => heardOf(all).length >= 3,
    { seconds: 60 },
  )
  expect(new Set(plays.map(({ bootId, seq }) => `${bootId}/${seq}`)).size).toBe(plays.length)
  expect(plays.map(({ seq }) => seq)).toEqual(plays.map((_, index) => index))
  // What was skipped (a film still on its way) was on no screen, and is told while another piece plays.
  const shown = plays
    .filter(({ outcome }) => outcome !== 'skipped')
    .sort((one, other) => one.from - other.from)
  for (const [index, play] of shown.entries()) {
    const next = shown[index + 1]
    if (next) expect(play.from + play.ms).toBeLessThanOrEqual(next.from + 20)
  }
  const whole = plays.filter(({ outcome }) => outcome === 'completed')
  expect(new Set(whole.map(({ content }) => content))).toEqual(new Set([poster.content, film.content]))
})

type Piece = { content: string; media: string }
type Seen = { bootId: string; seq: number; from: number; ms: number; content: string; outcome: string }

async function readMedia(name: string, make: () => Promise<Buffer>) {
  const path = sample(name)
  return path ? readFile(path) : make()
}

async function madePhoneVideo() {
  return readFile(await aPhoneVideo(join(site.folder, 'phone.mp4'), { seconds: 5 }))
}

/** Uploads a file, makes a content of it, waits until it is rendered, approves it. */
async function aPiece(staff: Staff, piece: object, bytes: Buffer, name: string): Promise<Piece> {
  const uploaded = await staff.upload(new Blob([new Uint8Array(bytes)]), name)
  expect(uploaded.status, JSON.stringify(uploaded.body)).toBe(201)
  const media = uploaded.body.doc.id
  const content = await staff.create('contents', { ...piece, media, quotaClass: 'public-service' })
  await until(
    () => staff.get(`/api/media/${media}`),
    ({ body }) => body.state === 'ready',
    { seconds: 90 },
  )
  await staff.update('contents', content.id, { reviewStatus: 'approved' })
  return { content: content.id, media }
}

/** A bus display that plays those pieces all day. */
async function scheduled(staff: Staff, pieces: Piece[]) {
  const profiles = await staff.get<{ docs: { id: string }[] }>(
    `/api/display-profiles?where[width][equals]=${width}&where[height][equals]=${height}`,
  )
  const group = await staff.create('display-groups', { title: '公交' })
  const display = await staff.create('displays', {
    name: '12 路公交',
    channel: 'bus',
    timezone: 'Asia/Shanghai',
    profile: profiles.body.docs[0]?.id,
    groups: [group.id],
    pollSeconds: 1,
  })
  const entries = pieces.map(({ content }) => ({ content }))
  const playlist = await staff.create('playlists', { title: '公交节目单', entries })
  await staff.create('schedules', {
    title: '全天播出',
    playlist: playlist.id,
    level: 'normal',
    enabled: true,
    targets: { groups: [group.id] },
  })
  return display.id
}

async function aScreen(url: string) {
  const page = await browser.newPage({ viewport: { width, height } })
  await page.goto(`${url}/player`)
  return page
}

async function pairByCode(page: Page, staff: Staff, display: string) {
  const shown = page.locator('.pairing-code')
  await shown.waitFor()
  const code = ((await shown.textContent()) ?? '').replace(/\s/g, '')
  expect(code).toMatch(/^[2-9A-Z]{6}$/)
  const confirmed = await staff.send('POST', `/api/device-pairings/${code}`, { display })
  expect(confirmed.status).toBe(200)
}

/** The file made for that very screen, once there is one of each piece. */
async function asOnScreen(server: TestServer, staff: Staff, poster: Piece, others: Piece[]) {
  const [exact] = await Promise.all([poster, ...others].map((piece) => exactFile(staff, piece)))
  const file = `${server.url}/api/preview/media/${exact?.sha256}.${exact?.ext}`
  const bytes = await (await fetch(file, { headers: staff.headers })).arrayBuffer()
  expect(await sharp(bytes).metadata()).toMatchObject({ width, height })
  return small(Buffer.from(bytes))
}

async function exactFile(staff: Staff, { media }: Piece) {
  type Made = { sha256: string; ext: string }
  const ready = `/api/renditions?where[media][equals]=${media}&where[state][equals]=ready`
  const { body } = await until(
    () => staff.get<{ docs: Made[] }>(ready),
    (answer) => answer.body.docs.length > 0,
    { seconds: 60 },
  )
  return body.docs[0] as Made
}

/** A picture as 64 by 36 grey values: what is left of it without fine detail, so that scalers may differ. */
function small(picture: Buffer) {
  return sharp(picture).resize(64, 36, { fit: 'fill' }).greyscale().raw().toBuffer()
}

function difference(a: Buffer, b: Buffer) {
  return a.reduce((sum, value, index) => sum + Math.abs(value - (b[index] ?? 0)), 0) / a.length
}

const photograph = async (page: Page) => small(await page.screenshot())

async function seesPoster(page: Page, expected: Buffer) {
  const found = await until(
    async () => difference(await photograph(page), expected),
    (unlike) => unlike < 6,
    { seconds: 40 },
  )
  expect(found).toBeLessThan(6)
}

/** Two pictures taken while a video runs, which differ: asked in the page at each frame, for the film is short. */
async function seesMovingVideo(page: Page) {
  const running = await page.waitForFunction(
    () => {
      const video = [...document.querySelectorAll('video')].find(
        (one) => !one.paused && one.currentTime > 0.1,
      )
      return video && video.currentTime < 0.6 ? video : null
    },
    undefined,
    { polling: 'raf', timeout: 40_000 },
  )
  const first = await photograph(page)
  await page.waitForFunction((video) => video && (video.ended || video.currentTime > 1), running, {
    polling: 'raf',
  })
  expect(difference(await photograph(page), first)).toBeGreaterThan(0.5)
}

async function playsOf(staff: Staff, display: string): Promise<Seen[]> {
  const { body } = await staff.get<{ plays: Seen[] }>(`/api/plays?display=${display}&limit=1000`)
  return body.plays.sort((a, b) => a.seq - b.seq)
}
