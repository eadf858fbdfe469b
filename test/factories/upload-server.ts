import { once } from 'node:events'
import { readdir } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import express from 'express'
import { createPayloadRequest } from 'payload'
import type { Role } from '../../src/cms/access/roles'
import { headersOf } from '../../src/server/payload-rest'
import { uploadsRouter } from '../../src/server/routes/uploads'
import { type UploadDesk, uploadDesk } from '../../src/server/uploads/desk'
import { type Cms, startCms } from './cms'

export type UploadServer = {
  cms: Cms
  url: string
  desk: UploadDesk
  /** Every file below the media folder, partial and temporary ones too. */
  files(): Promise<string[]>
  /** As after the process was started again: what it knew is gone, what is on the disk is there. */
  restart(): void
  stop(): Promise<void>
}

/** The upload route with the CMS behind it, and nothing else; once a test file, since Payload is one a process. */
export async function startUploadServer({ maxBytes }: { maxBytes: number }): Promise<UploadServer> {
  const cms = await startCms({ UPLOAD_MAX_BYTES: String(maxBytes) })
  const { media } = await import('../../payload.config')
  const dir = join(cms.dir, 'media')
  const newDesk = () =>
    uploadDesk({ directory: join(dir, '.uploads'), path: '/api/uploads', media, logError: fail })
  let desk = newDesk()
  const app = express()
  app.use('/api/uploads', (request, response, next) =>
    uploadsRouter({
      desk,
      maxBytes,
      staffRequestOf: (asked) =>
        createPayloadRequest({
          config: cms.config,
          request: new Request('http://localhost/api/uploads', { headers: headersOf(asked) }),
        }),
      logError: fail,
    })(request, response, next),
  )
  const server = app.listen(0, '127.0.0.1')
  await once(server, 'listening')

  return {
    cms,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    get desk() {
      return desk
    },
    async files() {
      const entries = await readdir(dir, { recursive: true, withFileTypes: true }).catch(() => [])
      return entries.filter((entry) => entry.isFile()).map(({ name }) => name)
    },
    restart() {
      desk = newDesk()
    },
    async stop() {
      server.closeAllConnections()
      server.close()
      await cms.stop()
    },
  }
}

/** The headers of a member of staff with a role. */
export async function headersOfRole(cms: Cms, role: Role): Promise<Record<string, string>> {
  await cms.as(role)
  const login = { email: `${role}@example.org`, password: `${role}-password` }
  const { token } = await cms.payload.login({ collection: 'users', data: login })
  return { Authorization: `JWT ${token}` }
}

function fail(error: unknown) {
  process.stderr.write(`${String(error)}\n`)
}
