import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { renderStand } from '../factories/killed-render'
import { aPhoneVideo } from '../factories/media'
import { aSite } from '../factories/server'

/** Kills the built server in the middle of renders, at random moments. Throws where anything was lost or left over. */
export async function run(rounds: number): Promise<void> {
  const site = await aSite()
  try {
    const stand = await renderStand(site, async (number) => {
      const path = join(site.folder, `film-${number}.mp4`)
      await aPhoneVideo(path, { seconds: 6, size: '640:360', fps: String(24 + number / 10) })
      return readFile(path)
    })
    for (let round = 1; round <= rounds; round += 1) {
      const share = Math.random()
      await stand.killAt(share)
      const moment = `${Math.round(share * 100)} % into the render`
      process.stdout.write(`render ${round}/${rounds}: killed ${moment}; made whole, nothing left over\n`)
    }
    await stand.stop()
  } finally {
    await site.remove()
  }
}
