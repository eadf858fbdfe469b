import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { loopManifest } from '../../factories/loop-manifest'
import { plainImage } from '../../factories/player-media'
import {
  expectColour,
  expectText,
  type Opened,
  type PlayerStand,
  setUpStand,
} from '../../factories/player-stand'

let stand: PlayerStand
let opened: Opened
let asked: { method: string; body: unknown }[]

beforeAll(async () => {
  stand = await setUpStand()
})
afterAll(() => stand.close())
beforeEach(async () => {
  opened = await stand.open({ width: 768, height: 512 })
  const { page, server } = opened
  asked = []
  const image = server.addFile(await plainImage('#00aa44'), 'image/png')
  const html = `<html data-preview="/preview/manifest" lang="zh-CN"><head>
    <link rel="stylesheet" href="/player/player.css"></head><body><script src="/player/player.js"></script></body></html>`
  await page.route('**/preview/player', (route) => route.fulfill({ contentType: 'text/html', body: html }))
  await page.route('**/preview/manifest', (route) => {
    const request = route.request()
    const body = request.method() === 'POST' ? (request.postDataJSON() as { data: { title: string } }) : null
    asked.push({ method: request.method(), body })
    const items = body
      ? [{ id: body.data.title, ms: 60_000 }]
      : [{ id: 'image', ms: 60_000, content: { kind: 'image' as const, file: image.sha256 } }]
    const manifest = loopManifest(items, {
      now: Date.now(),
      pollSeconds: 2,
      files: { [image.sha256]: image.entry },
    })
    return route.fulfill({ json: manifest, headers: { 'Server-Time': String(Date.now()) } })
  })
})
afterEach(async () => {
  expect(opened.crashes).toEqual([])
  await opened.close()
})

describe('preview', () => {
  it('shows an unsigned draft, fitted to its pane, and tells the server nothing', async () => {
    const { page, server } = opened
    await page.goto(`${server.url}/preview/player`)
    await expectColour(page, { r: 0, g: 170, b: 68 })
    expect(await page.evaluate(() => document.querySelector('.stage')?.getBoundingClientRect().width)).toBe(
      768,
    )
    expect(server.requests.filter(({ path }) => path.startsWith('/api/'))).toEqual([])
    expect(await page.evaluate(() => indexedDB.databases())).toEqual([])
  })

  it('shows unsaved edits that the admin posts, gathered, and asks again with them', async () => {
    const { page, server } = opened
    await page.goto(`${server.url}/preview/player`)
    await expectColour(page, { r: 0, g: 170, b: 68 })
    await page.evaluate(() => {
      for (const title of ['新', '新标', '新标语']) {
        window.postMessage({ type: 'payload-live-preview', data: { title } }, location.origin)
      }
    })
    await expectText(page, '新标语')
    const posts = asked.filter(({ method }) => method === 'POST')
    expect(posts[0]?.body).toEqual({ data: { title: '新标语' } })
    await expect
      .poll(() => asked.filter(({ method }) => method === 'POST').length, { timeout: 6000 })
      .toBeGreaterThan(1)
  })

  it('tells the admin that it is ready, and takes no message of another origin', async () => {
    const { page, server } = opened
    await page.route('**/admin', (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: `<script>window.heard = []; addEventListener('message', (e) => heard.push(e.data))</script>
          <iframe src="/preview/player" width="700" height="480"></iframe>`,
      }),
    )
    await page.goto(`${server.url}/admin`)
    await expect
      .poll(() => page.evaluate(() => (window as unknown as { heard: unknown[] }).heard))
      .toContainEqual({ type: 'payload-live-preview', ready: true })
    const stranger = server.url.replace('127.0.0.1', 'localhost')
    await page.route(`${stranger}/elsewhere`, (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: `<iframe src="${server.url}/preview/player"></iframe>`,
      }),
    )
    await page.goto(`${stranger}/elsewhere`)
    await expect.poll(() => asked.filter(({ method }) => method === 'GET').length).toBeGreaterThan(1)
    await page.evaluate(() =>
      window.frames[0]?.postMessage({ type: 'payload-live-preview', data: { title: 'x' } }, '*'),
    )
    await expect
      .poll(() => asked.filter(({ method }) => method === 'GET').length, { timeout: 6000 })
      .toBeGreaterThan(2)
    expect(asked.filter(({ method }) => method === 'POST')).toEqual([])
  })
})
