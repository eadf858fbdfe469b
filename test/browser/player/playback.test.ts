import sharp from 'sharp'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { loopManifest } from '../../factories/loop-manifest'
import { movingVideo, plainImage, tone } from '../../factories/player-media'
import {
  colourAt,
  expectColour,
  expectText,
  type Opened,
  type PlayerStand,
  setUpStand,
} from '../../factories/player-stand'

const GREEN = { r: 0, g: 170, b: 68 }
const BLUE = { r: 20, g: 60, b: 200 }

let stand: PlayerStand
let opened: Opened
let video: Buffer
let song: Buffer

beforeAll(async () => {
  stand = await setUpStand()
  video = await movingVideo(2)
  song = await tone(3)
})
afterAll(() => stand.close())
beforeEach(async () => {
  opened = await stand.open()
})
afterEach(async () => {
  expect(opened.crashes).toEqual([])
  await opened.close()
})

describe('playback', () => {
  it('shows a poster in its colours', async () => {
    const { server, page } = opened
    const poster = server.addFile(await plainImage('#00aa44'), 'image/png')
    const content = { kind: 'image' as const, file: poster.sha256 }
    server.publish(
      loopManifest([{ id: 'poster', ms: 60_000, content }], {
        now: Date.now(),
        files: { [poster.sha256]: poster.entry },
      }),
    )
    await page.goto(server.link)
    await expectColour(page, GREEN)
    expect(page.url()).toBe(`${server.url}/player#display=${server.display}`)
  })

  it('plays a film, frame after frame, at the place where the time says it is', async () => {
    const { server, page } = opened
    const long = await movingVideo(20)
    const film = server.addFile(long, 'video/mp4')
    const anchor = Date.now() - 10_000
    server.publish(
      loopManifest([{ id: 'film', ms: 20_000, content: { kind: 'video', file: film.sha256 } }], {
        now: Date.now(),
        anchor,
        files: { [film.sha256]: film.entry },
      }),
    )
    await page.goto(server.link)
    await expect.poll(async () => (await colourAt(page)).g).toBeGreaterThan(100)
    const place = () => ((Date.now() - anchor) / 1000) % 20
    await expect
      .poll(async () => {
        const seconds = await page.evaluate(() => document.querySelector('video')?.currentTime ?? 0)
        return Math.abs(place() - seconds)
      })
      .toBeLessThan(0.3)
    await expect.poll(async () => Math.abs((await colourAt(page)).r - (40 + 10 * place()))).toBeLessThan(20)
    const before = await colourAt(page)
    await expect.poll(async () => Math.abs((await colourAt(page)).r - before.r)).toBeGreaterThan(8)
  })

  it('changes between pictures, films, songs and texts with no black frame', async () => {
    const { server, page } = opened
    const red = server.addFile(await plainImage('#cc2222'), 'image/png')
    const film = server.addFile(video, 'video/mp4')
    const sound = server.addFile(song, 'audio/mp4')
    const files = Object.fromEntries([red, film, sound].map(({ sha256, entry }) => [sha256, entry]))
    server.publish(
      loopManifest(
        [
          { id: 'red', ms: 600, content: { kind: 'image', file: red.sha256 } },
          { id: 'film', ms: 900, content: { kind: 'video', file: film.sha256 } },
          { id: '戴口罩', ms: 600 },
          { id: 'song', ms: 700, content: { kind: 'audio', file: sound.sha256, label: '在家能做啥' } },
          { id: 'film again', ms: 600, content: { kind: 'video', file: film.sha256 } },
        ],
        { now: Date.now(), files },
      ),
    )
    await page.goto(server.link)
    await expect.poll(() => server.plays.size).toBeGreaterThan(2)
    const frames: Buffer[] = []
    const session = await opened.context.newCDPSession(page)
    session.on('Page.screencastFrame', ({ data, sessionId }) => {
      frames.push(Buffer.from(data, 'base64'))
      session.send('Page.screencastFrameAck', { sessionId }).catch(() => undefined)
    })
    await session.send('Page.startScreencast', { format: 'jpeg', quality: 60, everyNthFrame: 1 })
    const sent = server.plays.size
    await expect.poll(() => server.plays.size).toBeGreaterThan(sent + 8)
    await session.send('Page.stopScreencast')
    expect(frames.length).toBeGreaterThan(20)
    const brightest = await Promise.all(
      frames.map(async (frame) => {
        const { channels } = await sharp(frame).stats()
        return Math.max(...channels.map(({ max }) => max))
      }),
    )
    expect(Math.min(...brightest)).toBeGreaterThan(100)
    const outcomes = [...server.plays.values()]
      .slice(2)
      .map(({ content, outcome }) => `${content} ${outcome}`)
    expect(new Set(outcomes)).toEqual(
      new Set([
        'red completed',
        'film completed',
        '戴口罩 completed',
        'song completed',
        'film again completed',
      ]),
    )
  })

  it('shows an edited slogan within two seconds', async () => {
    const { server, page } = opened
    server.publish(loopManifest([{ id: '旧标语', ms: 60_000 }], { now: Date.now() }))
    await page.goto(server.link)
    await expectText(page, '旧标语')
    const edited = loopManifest([{ id: '新标语', ms: 60_000 }], { now: Date.now() })
    const editedAt = Date.now()
    server.publish(edited)
    await expectText(page, '新标语')
    expect(Date.now() - editedAt).toBeLessThan(2000)
  })

  it('shows the next item on the frame of its turn, to the clock of the server', async () => {
    const { server, page } = opened
    const anchor = Date.now()
    server.publish(
      loopManifest(
        [
          { id: '一', ms: 1000 },
          { id: '二', ms: 1000 },
        ],
        { now: anchor },
      ),
    )
    await page.goto(server.link)
    await expect.poll(() => server.plays.size).toBeGreaterThan(3)
    const late = [...server.plays.values()]
      .slice(1)
      .map(({ from }) => ((((from - anchor) % 1000) + 1500) % 1000) - 500)
    for (const ms of late) expect(Math.abs(ms)).toBeLessThan(60)
  })

  it('plays a song with its title card', async () => {
    const { server, page } = opened
    const sound = server.addFile(song, 'audio/mp4')
    const cover = server.addFile(await plainImage('#143cc8', 400, 400), 'image/png')
    const files = { [sound.sha256]: sound.entry, [cover.sha256]: cover.entry }
    const content = {
      kind: 'audio' as const,
      file: sound.sha256,
      cover: cover.sha256,
      label: '来吧，大家一起来！',
    }
    server.publish(loopManifest([{ id: 'song', ms: 3000, content }], { now: Date.now(), files }))
    await page.goto(server.link)
    await expectText(page, '来吧，大家一起来！')
    await expect
      .poll(() => page.evaluate(() => document.querySelector('audio')?.currentTime ?? 0))
      .toBeGreaterThan(0.3)
    const { b } = await colourAt(page, 80, 128)
    expect(b).toBe(BLUE.b)
  })

  it('is dark while it is off, and shows its name and the time while it has nothing to play', async () => {
    const { server, page } = opened
    const now = Date.now()
    const segment = { from: now - 60_000, anchor: now, muted: false, loop: null, layout: null }
    const standby = loopManifest([], { now, segments: [{ ...segment, to: now + 60_000, level: 'standby' }] })
    server.publish(standby)
    await page.goto(server.link)
    await expectText(page, '中心广场大屏')
    server.publish({ ...standby, segments: [{ ...segment, to: now + 60_000, level: 'off' }] })
    await expect.poll(() => colourAt(page, 10, 10)).toEqual({ r: 0, g: 0, b: 0 })
    await expect.poll(() => page.evaluate(() => document.querySelectorAll('.layer').length)).toBe(1)
  })

  it('shows a slogan that scrolls at the place that the time gives', async () => {
    const { server, page } = opened
    const anchor = Date.now()
    const manifest = loopManifest([{ id: '志愿送暖 共同战疫', ms: 60_000 }], { now: anchor })
    for (const content of Object.values(manifest.contents)) if (content.text) content.text.motion = 'scroll'
    server.publish(manifest)
    await page.goto(server.link)
    const place = () =>
      page.evaluate(() => {
        const line = document.querySelector('.text-scroll')
        return { x: line ? line.getBoundingClientRect().left : null, at: Date.now() }
      })
    await expect.poll(async () => (await place()).x).not.toBeNull()
    const { x, at } = await place()
    expect(Math.abs(Number(x) - (384 - (60 * (at - anchor)) / 1000))).toBeLessThan(6)
  })

  it('shows a web page in a frame that cannot reach the player', async () => {
    const { server, page } = opened
    const body = `<body style="margin:0;background:#143cc8"><script>
      try { parent.document.title = 'taken' } catch (error) { document.title = 'kept out' }
    </script>`
    await page.route('http://weather.example/', (route) => route.fulfill({ contentType: 'text/html', body }))
    const content = { kind: 'web' as const, url: 'http://weather.example/' }
    server.publish(loopManifest([{ id: 'weather', ms: 60_000, content }], { now: Date.now() }))
    await page.goto(server.link)
    await expectColour(page, BLUE)
    expect(await page.title()).toBe('宣播')
    expect(await page.evaluate(() => document.querySelector('iframe')?.getAttribute('sandbox'))).toContain(
      'allow-scripts',
    )
  })
})
