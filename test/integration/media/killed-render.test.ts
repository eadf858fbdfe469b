import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type RenderStand, renderStand } from '../../factories/killed-render'
import { aPhoneVideo } from '../../factories/media'
import { aSite, type TestSite } from '../../factories/server'

let site: TestSite
let stand: RenderStand

beforeAll(async () => {
  site = await aSite()
  stand = await renderStand(site, async (number) => {
    const path = join(site.folder, `film-${number}.mp4`)
    await aPhoneVideo(path, { seconds: 6, size: '640:360', fps: String(24 + number / 10) })
    return readFile(path)
  })
})
afterAll(() => site?.remove())

it.each([1, 2])('a server killed in the middle of a render goes on where it stopped (%i)', async () => {
  const share = Math.random()
  await expect(stand.killAt(share), `killed at ${share}`).resolves.toBeUndefined()
})
