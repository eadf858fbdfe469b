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

const GREEN = { r: 0, g: 170, b: 68 }

let stand: PlayerStand
let opened: Opened

beforeAll(async () => {
  stand = await setUpStand()
})
afterAll(() => stand.close())
beforeEach(async () => {
  opened = await stand.open()
  const { server, page } = opened
  const poster = server.addFile(await plainImage('#00aa44'), 'image/png')
  server.publish(
    loopManifest(
      [
        { id: '讲文明', ms: 700 },
        { id: 'poster', ms: 700, content: { kind: 'image', file: poster.sha256 } },
      ],
      { now: Date.now(), files: { [poster.sha256]: poster.entry } },
    ),
  )
  await page.goto(server.link)
  await expectColour(page, GREEN)
})
afterEach(async () => {
  expect(opened.crashes).toEqual([])
  await opened.close()
})

describe('without its server', () => {
  it('plays on, and counts every play once when the server is back', async () => {
    const { server, page } = opened
    await server.stop()
    const stopped = Date.now()
    const waiting = () =>
      page.evaluate(
        (name) =>
          new Promise<number>((resolve) => {
            const request = indexedDB.open(name)
            request.onsuccess = () => {
              const count = request.result.transaction('plays').objectStore('plays').count()
              count.onsuccess = () => resolve(count.result)
            }
          }),
        `xuanbo:${server.display}`,
      )
    const unsent = await waiting()
    await expect.poll(waiting).toBeGreaterThan(unsent + 6)
    await expectColour(page, GREEN)
    server.faults.loseNextPlaysAnswer = true
    await server.start()
    await expect
      .poll(() => server.playsReceived.length, { timeout: 40_000 })
      .toBeGreaterThan(server.plays.size)
    const plays = [...server.plays.values()]
    const missed = plays.filter(({ from }) => from > stopped)
    expect(missed.length).toBeGreaterThan(5)
    const numbers = plays.map(({ seq }) => seq).sort((a, b) => a - b)
    expect(numbers).toEqual(numbers.map((_, index) => index))
  })

  it('starts and plays from what it keeps', async () => {
    const { server, page } = opened
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
    await server.stop()
    await page.reload()
    await expectColour(page, GREEN)
    await expectText(page, '讲文明')
  })

  it('keeps plays over a crash of the browser’s page, in order', async () => {
    const { server, page } = opened
    await server.stop()
    await expectColour(page, GREEN)
    await expectText(page, '讲文明')
    await page.goto('about:blank')
    await server.start()
    await page.goto(`${server.url}/player#display=${server.display}`)
    await expect.poll(() => server.plays.size).toBeGreaterThan(4)
    const starts = server.playsReceived.map(({ from }) => from)
    expect(starts).toEqual([...starts].sort((a, b) => a - b))
  })
})
