import { killDuringUpload } from '../factories/killed-upload'
import { aSite } from '../factories/server'
import { firstAdministrator } from '../factories/staff'

/** Kills the built server in the middle of uploads, at random moments. Throws where anything was lost or left over. */
export async function run(rounds: number): Promise<void> {
  const site = await aSite()
  try {
    let server = await site.start()
    const staff = await firstAdministrator(server.url)
    for (let round = 1; round <= rounds; round += 1) {
      const after = await killDuringUpload({ site, server, staff })
      server = after.server
      process.stdout.write(`upload ${round}/${rounds}: killed ${after.moment}; whole, nothing left over\n`)
    }
    await server.stop()
  } finally {
    await site.remove()
  }
}
