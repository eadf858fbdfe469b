import { createHash } from 'node:crypto'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { loopManifest } from '../../factories/loop-manifest'
import { expectText, type Opened, type PlayerStand, setUpStand } from '../../factories/player-stand'

let stand: PlayerStand
let opened: Opened

beforeAll(async () => {
  stand = await setUpStand()
})
afterAll(() => stand.close())
beforeEach(async () => {
  opened = await stand.open({ width: 1280, height: 720 })
  opened.server.publish(loopManifest([{ id: '讲文明树新风', ms: 60_000 }], { now: Date.now() }))
})
afterEach(async () => {
  expect(opened.crashes).toEqual([])
  await opened.close()
})

const shownCode = () => opened.page.evaluate(() => document.querySelector('.pairing-code')?.textContent ?? '')

describe('pairing', () => {
  it('shows a code and the fingerprint of the key, plays once it is confirmed, and needs no code again', async () => {
    const { server, page } = opened
    await page.goto(`${server.url}/player`)
    await expect.poll(shownCode).toMatch(/^[2-9A-Z]{6}$/)
    const raw = Buffer.from(server.keys[0]?.x ?? '', 'base64url')
    const hex = createHash('sha256').update(raw).digest('hex').toUpperCase()
    await expectText(page, `${hex.slice(0, 4)} ${hex.slice(4, 8)}`)
    server.confirm(await shownCode())
    await expectText(page, '讲文明树新风')
    await page.reload()
    await expectText(page, '讲文明树新风')
    expect(server.pairingCodes()).toHaveLength(1)
  })

  it('shows a new code when one expires', async () => {
    const { server, page } = opened
    await page.goto(`${server.url}/player`)
    await expect.poll(shownCode).toMatch(/^[2-9A-Z]{6}$/)
    const first = await shownCode()
    server.expirePairings()
    await expect.poll(shownCode).not.toBe(first)
    await expect.poll(shownCode).toMatch(/^[2-9A-Z]{6}$/)
    server.confirm(await shownCode())
    await expectText(page, '讲文明树新风')
  })

  it('says that the server does not answer, and goes on when it does', async () => {
    const { server, page } = opened
    const api = /\/api\/device\/v1\/pairings$/
    await page.route(api, (route) => route.abort())
    await page.goto(`${server.url}/player`)
    await expectText(page, '暂时连不上服务器')
    await page.unroute(api)
    await expect.poll(shownCode).toMatch(/^[2-9A-Z]{6}$/)
  })

  it('keeps a display in an address, apart from the browser’s own', async () => {
    const { server, page } = opened
    await page.goto(server.link)
    await expectText(page, '讲文明树新风')
    const address = page.url()
    expect(address).not.toContain(server.token)
    await page.goto('about:blank')
    await page.goto(`${server.url}/player`)
    await expect.poll(shownCode).toMatch(/^[2-9A-Z]{6}$/)
    await page.goto(address)
    await expectText(page, '讲文明树新风')
  })

  it('forgets everything at #reset', async () => {
    const { server, page } = opened
    await page.goto(server.link)
    await expectText(page, '讲文明树新风')
    await page.goto(`${page.url()}&reset`)
    await expect.poll(shownCode).toMatch(/^[2-9A-Z]{6}$/)
  })
})
