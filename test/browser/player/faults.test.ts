import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { loopManifest, sha256 } from '../../factories/loop-manifest'
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
let green: Buffer
let blue: Buffer

beforeAll(async () => {
  stand = await setUpStand()
  green = await plainImage('#00aa44')
  blue = await plainImage('#143cc8')
})
afterAll(() => stand.close())
beforeEach(async () => {
  opened = await stand.open()
})
afterEach(async () => {
  expect(opened.crashes).toEqual([])
  await opened.close()
})

/** A loop of pictures, films or whatever `kind` says, one second each. */
function loopOf(...bytes: [Buffer, string?][]) {
  const files = bytes.map(([content, type = 'image/png']) => ({
    ...opened.server.addFile(content, type),
    type,
  }))
  return loopManifest(
    files.map(({ sha256: file, type }, index) => ({
      id: `item-${index}`,
      ms: 1000,
      content: { kind: type.startsWith('video') ? ('video' as const) : ('image' as const), file },
    })),
    { now: Date.now(), files: Object.fromEntries(files.map(({ sha256: file, entry }) => [file, entry])) },
  )
}
const outcomes = () =>
  [...opened.server.plays.values()].map(({ content, outcome }) => `${content} ${outcome}`)
const errors = () => opened.server.heartbeats.flatMap((beat) => beat.errors ?? []).map(({ code }) => code)

describe('files', () => {
  it('skips a damaged file, reports it, plays the rest, and shows it once it is whole', async () => {
    const { server, page } = opened
    const hash = sha256(blue)
    server.faults.damaged.add(hash)
    server.publish(loopOf([green], [blue]))
    await page.goto(server.link)
    await expectColour(page, GREEN)
    await expect.poll(outcomes).toContain('item-1 skipped')
    expect(await colourAt(page)).toEqual(GREEN)
    server.faults.damaged.clear()
    await expectColour(page, BLUE)
    await page.reload()
    await expectColour(page, BLUE)
    expect(server.requests.filter(({ path }) => path.includes(hash)).length).toBeGreaterThan(1)
  })

  it('skips what it cannot decode, says so, and plays the rest', async () => {
    const { server, page } = opened
    server.publish(loopOf([Buffer.from('this is no film'), 'video/mp4'], [green]))
    await page.goto(server.link)
    await expectColour(page, GREEN)
    await expect.poll(outcomes).toContain('item-0 failed')
    const failed = [...server.plays.values()].find(({ outcome }) => outcome === 'failed')
    expect(failed?.error).toContain('not-decodable')
  })

  it('stands by where nothing can be shown', async () => {
    const { server, page } = opened
    server.faults.damaged.add(sha256(green))
    server.publish(loopOf([green]))
    await page.goto(server.link)
    await expectText(page, '中心广场大屏')
    await expect.poll(() => page.evaluate(() => document.querySelectorAll('.standby').length)).toBe(1)
  })

  it('resumes a film by Range after the line was cut', async () => {
    const { server, page } = opened
    const film = Buffer.concat([await movingVideo(2), Buffer.alloc(3_000_000)])
    server.faults.cutAfterBytes = 1_500_000
    server.publish(loopOf([film, 'video/mp4']))
    await page.goto(server.link)
    const ranges = () =>
      server.requests.filter(({ path }) => path.startsWith('/media/')).map(({ range }) => range)
    await expect
      .poll(() => ranges().filter((range) => range === 'bytes=1048576-2097151').length)
      .toBeGreaterThan(1)
    server.faults.cutAfterBytes = null
    await expect.poll(async () => (await colourAt(page)).g).toBeGreaterThan(100)
    expect(ranges().filter((range) => range === 'bytes=0-1048575')).toHaveLength(1)
  })

  it('goes on with what it has until the next programme is here', async () => {
    const { server, page } = opened
    server.publish(loopOf([green]))
    await page.goto(server.link)
    await expectColour(page, GREEN)
    server.faults.damaged.add(sha256(blue))
    server.publish(loopOf([blue]))
    await expect.poll(() => server.requests.some(({ path }) => path.includes(sha256(blue)))).toBe(true)
    expect(await colourAt(page)).toEqual(GREEN)
    server.faults.damaged.clear()
    await expectColour(page, BLUE)
  })

  it('deletes a withdrawn file at once', async () => {
    const { server, page } = opened
    server.publish(loopOf([green]))
    await page.goto(server.link)
    await expectColour(page, GREEN)
    server.publish({ ...loopOf([blue]), withdrawn: [sha256(green)] })
    await expectColour(page, BLUE)
    const kept = await page.evaluate(
      (name) =>
        new Promise<IDBValidKey[]>((resolve) => {
          const request = indexedDB.open(name)
          request.onsuccess = () => {
            const keys = request.result.transaction('files').objectStore('files').getAllKeys()
            keys.onsuccess = () => resolve(keys.result)
          }
        }),
      `xuanbo:${server.display}`,
    )
    expect(kept).toEqual([sha256(blue)])
  })
})

describe('trust', () => {
  const slogan = (text: string) => loopManifest([{ id: text, ms: 60_000 }], { now: Date.now() })

  it.each([
    ['a wrong signature', { forge: true }, 'manifest-signature'],
    ["another display's manifest", { claims: { display: 'somebody-else' } }, 'manifest-display'],
    ['other bytes than were signed', { claims: { sha256: sha256('other') } }, 'manifest-hash'],
    ['an old revision', { claims: { revision: 1 } }, 'manifest-revision'],
  ])('ignores and reports %s', async (_, changes, code) => {
    const { server, page } = opened
    server.publish(slogan('真的'))
    await page.goto(server.link)
    await expectText(page, '真的')
    server.publish(slogan('假的'), changes)
    const polls = () =>
      server.requests.filter(({ path, status }) => path.endsWith('/manifest') && status === 200)
    await expect.poll(() => polls().length).toBeGreaterThan(1)
    server.publish(slogan('又是真的'))
    await expectText(page, '又是真的')
    expect(await page.evaluate(() => document.body.textContent)).not.toContain('假的')
    await expect.poll(errors).toContain(code)
  })

  it('takes a refused token for no proof: plays on, with a code in the corner, and is itself again after', async () => {
    const { server, page } = opened
    server.publish(slogan('继续播出'))
    await page.goto(server.link)
    await expectText(page, '继续播出')
    server.faults.refuseToken = true
    const corner = () => page.evaluate(() => document.querySelector('.corner')?.textContent ?? '')
    await expect.poll(corner).toMatch(/[2-9A-Z]{6}$/)
    expect(await page.evaluate(() => document.querySelectorAll('.text-still').length)).toBe(1)
    server.faults.refuseToken = false
    await expect.poll(corner).toBe('')
    await expectText(page, '继续播出')
  })

  it('shows an emergency at once, though its film is not here yet', async () => {
    const { server, page } = opened
    server.publish(loopOf([green]))
    await page.goto(server.link)
    await expectColour(page, GREEN)
    const alarm = slogan('紧急通知')
    server.publish({
      ...alarm,
      segments: alarm.segments.map((segment) => ({ ...segment, level: 'emergency' })),
    })
    await expectText(page, '紧急通知')
  })
})

describe('clock', () => {
  it.each([
    ['1970', '0'],
    ['next year', 'Date.now() + 31536e6'],
  ])('plays what the server’s time says on a device that believes it is %s', async (_, start) => {
    const wrong = await stand.open({
      script: `{ const begin = ${start}; const t0 = performance.now(); Date.now = () => begin + performance.now() - t0 }`,
    })
    const { server, page } = wrong
    const anchor = Date.now()
    server.publish(
      loopManifest(
        [
          { id: '一', ms: 1500 },
          { id: '二', ms: 1500 },
        ],
        { now: anchor },
      ),
    )
    await page.goto(server.link)
    await expect.poll(() => server.plays.size).toBeGreaterThan(2)
    for (const { content, from, unsynced } of [...server.plays.values()].slice(1)) {
      const position = (((from - anchor) % 3000) + 3000) % 3000
      expect(content).toBe(position < 1450 || position > 2950 ? '一' : '二')
      expect(unsynced).toBeUndefined()
    }
    await wrong.close()
  })
})

/** What browsers do with sound until somebody has touched the page. */
const REFUSES_SOUND = `
  const play = HTMLMediaElement.prototype.play
  HTMLMediaElement.prototype.play = function () {
    return this.muted ? play.call(this) : Promise.reject(new DOMException('no gesture', 'NotAllowedError'))
  }`

describe('sound', () => {
  it('goes on muted where the browser refuses sound, and says so', async () => {
    const { server, page, close } = await stand.open({ script: REFUSES_SOUND })
    const song = server.addFile(await tone(10), 'audio/mp4')
    server.publish(
      loopManifest([{ id: 'song', ms: 10_000, content: { kind: 'audio', file: song.sha256 } }], {
        now: Date.now(),
        files: { [song.sha256]: song.entry },
      }),
    )
    await page.goto(server.link)
    const place = () => page.evaluate(() => document.querySelector('audio')?.currentTime ?? 0)
    await expect.poll(place).toBeGreaterThan(0.5)
    await page.keyboard.press('i')
    await expectText(page, 'sound-refused')
    await page.keyboard.press('i')
    await expect.poll(() => page.evaluate(() => document.querySelectorAll('.diagnostics').length)).toBe(0)
    await close()
  })
})

describe('storage', () => {
  it('says so where the browser has none, rather than stay black', async () => {
    const bare = await stand.open({ script: 'indexedDB.open = () => { throw new Error("no storage") }' })
    await bare.page.goto(bare.server.link)
    await expectText(bare.page, '无法使用浏览器存储')
    await bare.close()
  })
})
