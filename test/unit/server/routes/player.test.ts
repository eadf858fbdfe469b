import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import express from 'express'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { StorageLinks } from '../../../../src/media/storage'
import { playerRouter } from '../../../../src/server/routes/player'

let playerDir: string

beforeEach(async () => {
  playerDir = await mkdtemp(join(tmpdir(), 'xuanbo-player-page-'))
  await writeFile(join(playerDir, 'index.html'), '<html></html>')
})
afterEach(() => rm(playerDir, { recursive: true, force: true }))

/** What the player's page may connect to. */
async function connectable(links: StorageLinks | null) {
  const app = express()
  app.use('/player', playerRouter({ playerDir, storage: { links } }))
  const server = app.listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const answer = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/player`)
  await new Promise((closed) => server.close(closed))
  const directives = (answer.headers.get('content-security-policy') ?? '').split('; ')
  const named = directives.find((directive) => directive.startsWith('connect-src'))
  return named ?? directives.find((directive) => directive.startsWith('default-src'))
}

describe('GET /player', () => {
  it('may connect to its own server alone', async () => {
    expect(await connectable(null)).toBe("default-src 'self'")
  })

  it('may connect to the bucket too, where displays are sent there', async () => {
    const links = { origin: async () => 'https://media.s3.example.cn', to: async () => '' }
    expect(await connectable(links)).toBe("connect-src 'self' https://media.s3.example.cn")
  })
})
