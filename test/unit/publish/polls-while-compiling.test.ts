import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { manifestDesk, manifestFastPath } from '../../../src/device/manifests'
import { bearerCache } from '../../../src/device/tokens'
import { type ClassCompiler, classCompiler } from '../../../src/publish/class-compiler'
import { installationKey } from '../../../src/publish/installation-key'
import { type Publisher, startPublisher } from '../../../src/publish/publisher'
import { revisionBook } from '../../../src/publish/revisions'
import { aDatabase } from '../../factories/document-database'
import { aContent, aDisplay, aPlaylist, aSchedule } from '../../factories/documents'

const now = () => Date.parse('2026-10-01T00:00:00Z')
const authorization = 'Bearer of-d'

let folder: string
let compiler: ClassCompiler
let publisher: Publisher
let close: () => void

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'polls-'))
})
afterEach(async () => {
  close()
  const published = publisher.close()
  await compiler.close()
  await published
  rmSync(folder, { recursive: true })
})

const note = (name: string) => join(folder, name)

/** A worker that keeps its thread busy with the word 慢 until it is told to end; what it answers is the text that it was sent. */
function slowWorker() {
  const script = note('slow.mjs')
  writeFileSync(
    script,
    `import { existsSync, writeFileSync } from 'node:fs'
     import { parentPort } from 'node:worker_threads'
     parentPort.on('message', ({ contents }) => {
       const { body } = contents[0][1].text
       if (body === '慢') {
         writeFileSync(${JSON.stringify(note('begun'))}, '')
         while (!existsSync(${JSON.stringify(note('end'))}));
       }
       const bytes = new TextEncoder().encode(body)
       parentPort.postMessage({ ok: true, refused: [], compiled: { body: bytes, sha256: body, files: [] } })
     })`,
  )
  return script
}

/** The fast path over HTTP, for one display that is known. */
async function aServer() {
  const cache = bearerCache()
  cache.note(authorization, 'd')
  const manifests = manifestDesk({
    publisher,
    revisions: revisionBook({ last: async () => null, save: async () => undefined }),
    key: installationKey(note('key.pem')),
    now,
    removed: new Set(),
  })
  const fastPath = manifestFastPath({ cache, manifests, now })
  const server = createServer((request, response) => {
    if (!fastPath(request, response)) response.writeHead(200).end(manifests.current('d')?.body)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  close = () => void server.close()
  const { port } = server.address() as AddressInfo
  return (etag: string) =>
    fetch(`http://127.0.0.1:${port}/api/device/v1/manifest`, {
      headers: { authorization, 'if-none-match': etag, connection: 'close' },
    })
}

it('answers polls while a compilation is under way that does not end', async () => {
  const database = aDatabase({
    contents: [aContent({ id: 'a', text: 'quick' })],
    playlists: [aPlaylist('p', ['a'])],
    schedules: [aSchedule({ id: 's', playlist: 'p' })],
    displays: [aDisplay({ id: 'd' })],
  })
  compiler = classCompiler({ script: slowWorker() })
  const { payload } = database
  publisher = await startPublisher({
    payload,
    now,
    urlSecret: 'secret',
    compile: compiler.compile,
    warn: expect.unreachable,
  })
  await publisher.idle()
  const poll = await aServer()
  expect((await poll('"quick"')).status).toBe(304)

  database.collections.contents.set('a', aContent({ id: 'a', text: '慢' }))
  publisher.changed({ collection: 'contents', id: 'a', operation: 'update' })
  await expect.poll(() => existsSync(note('begun')), { timeout: 20_000 }).toBe(true)
  for (let polls = 0; polls < 3; polls += 1) expect((await poll('"quick"')).status).toBe(304)

  writeFileSync(note('end'), '')
  await publisher.idle()
  const changed = await poll('"quick"')
  expect([changed.status, await changed.text()]).toEqual([200, '慢'])
})
