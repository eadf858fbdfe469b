import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { manifestDesk, manifestFastPath } from '../../src/device/manifests'
import { bearerCache } from '../../src/device/tokens'
import { installationKey } from '../../src/publish/installation-key'
import type { Publisher } from '../../src/publish/publisher'
import { revisionBook } from '../../src/publish/revisions'
import { tokenOf } from './site'

export type Polled = {
  seconds: number
  /** The longest that the event loop stood still. */
  stallMs: number
  polls: number
  /** The longest that a poll waited for its answer. */
  longestPollMs: number
}

const resolutionMs = 1

/** Polls `display` from another process, through the fast path of this one, while things are done. */
export async function startPoller(
  publisher: Publisher,
  { display, folder }: { display: string; folder: string },
) {
  const server = serverFor(publisher, display, folder).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const child = spawn(process.execPath, ['-e', script(port, `Bearer ${tokenOf(0)}`)], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const answered = async () => (await once(child, 'message'))[0] as { polls: number; longestMs: number }
  await answered()

  return {
    async during(task: () => Promise<unknown>): Promise<Polled> {
      const delay = monitorEventLoopDelay({ resolution: resolutionMs })
      child.send('begin')
      await answered()
      delay.enable()
      const began = performance.now()
      await task()
      const seconds = (performance.now() - began) / 1000
      child.send('end')
      const { polls, longestMs } = await answered()
      delay.disable()
      return { seconds, stallMs: delay.max / 1e6, polls, longestPollMs: longestMs }
    },
    close() {
      child.kill()
      server.close()
    },
  }
}

function serverFor(publisher: Publisher, display: string, folder: string) {
  const now = Date.now
  const cache = bearerCache()
  cache.note(`Bearer ${tokenOf(0)}`, display)
  const manifests = manifestDesk({
    publisher,
    revisions: revisionBook({ last: async () => null, save: async () => undefined }),
    key: installationKey(join(folder, 'installation-key.pem')),
    now,
    removed: new Set(),
  })
  const fastPath = manifestFastPath({ cache, manifests, now })
  return createServer((request, response) => {
    if (fastPath(request, response)) return
    const manifest = manifests.current(display)
    response.writeHead(200, { ETag: manifest?.etag ?? '' }).end(manifest?.body)
  })
}

/** One poll after another, each told how long it took. */
function script(port: number, authorization: string) {
  return `
    const { Agent, get } = require('node:http')
    const agent = new Agent({ keepAlive: true, maxSockets: 1 })
    let etag = '', polls = 0, longestMs = 0
    const poll = () => {
      const began = performance.now()
      const headers = { authorization: ${JSON.stringify(authorization)}, 'if-none-match': etag }
      get({ agent, port: ${port}, host: '127.0.0.1', path: '/api/device/v1/manifest', headers }, (response) => {
        etag = response.headers.etag
        response.resume().on('end', () => {
          polls += 1
          longestMs = Math.max(longestMs, performance.now() - began)
          setTimeout(poll, 2)
        })
      }).on('error', () => process.exit())
    }
    process.on('message', () => {
      process.send({ polls, longestMs })
      polls = longestMs = 0
    })
    process.on('disconnect', () => process.exit())
    process.send({ polls, longestMs })
    poll()
  `
}
