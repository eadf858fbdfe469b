import { afterAll, beforeAll, describe, it } from 'vitest'
import { killDuringUpload } from '../../factories/killed-upload'
import { aSite, type TestServer, type TestSite } from '../../factories/server'
import { firstAdministrator, type Staff } from '../../factories/staff'

let site: TestSite
let server: TestServer
let staff: Staff

beforeAll(async () => {
  site = await aSite()
  server = await site.start()
  staff = await firstAdministrator(server.url)
})
afterAll(() => site?.remove())

/** Ten times: `npm run soak -- upload`. */
describe('a server that is killed in the middle of an upload', () => {
  it.each([1, 2])('loses nothing that it acknowledged, and leaves nothing over (%i)', async () => {
    server = (await killDuringUpload({ site, server, staff })).server
  })
})
