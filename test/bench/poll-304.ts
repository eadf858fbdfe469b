import { type ChildProcess, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BenchResult } from './main'

const displays = 10_000
const bar = 0.75
const roundSeconds = 3
const rounds = 3
const sockets = 8
/** Requests on the way on each socket, so that the server is never idle and the load costs little itself. */
const depth = 32

const path = '/api/device/v1/manifest'
const tokenOf = (index: number) => createHash('sha256').update(`display ${index}`).digest('base64url')

/**
 * Polls answered with 304 by the real server that knows 10,000 displays, beside a bare `node:http` server that answers 304, each in a
 * process of its own, in alternating rounds. The value is the server's median in requests a second.
 */
export async function run(): Promise<BenchResult> {
  const folder = mkdtempSync(join(tmpdir(), 'xuanbo-bench-'))
  const children: ChildProcess[] = []
  try {
    const environment = environmentIn(folder)
    await seed(environment)
    const port = await freePort()
    const started = performance.now()
    children.push(start(['dist/start.mjs'], { ...environment, PORT: String(port) }))
    const etag = await firstManifest(port)
    process.stdout.write(
      `first answer ${((performance.now() - started) / 1000).toFixed(2)} s after the start\n`,
    )
    await warmUp(port, etag)

    const barePort = await freePort()
    children.push(start(['-e', bareServer(barePort, etag)], process.env))
    await answering(barePort)

    const ours: number[] = []
    const bare: number[] = []
    for (let round = 0; round < rounds; round += 1) {
      bare.push(await load(barePort, etag))
      ours.push(await load(port, etag))
    }
    const value = median(ours)
    const baseline = median(bare)
    const ratio = value / baseline
    return { bench: 'poll-304', value, unit: 'requests/s', baseline, ratio, bar, ok: ratio >= bar }
  } finally {
    for (const child of children) child.kill('SIGKILL')
    rmSync(folder, { recursive: true, force: true })
  }
}

function environmentIn(folder: string) {
  return {
    ...process.env,
    NODE_ENV: 'production' as const,
    HOST: '127.0.0.1',
    PAYLOAD_SECRET: 'benchmark benchmark benchmark 0123',
    DATA_DIR: folder,
    MEDIA_DIR: join(folder, 'media'),
    DATABASE_URI: '',
    LOG_LEVEL: 'warn',
  }
}

/** 10,000 paired displays in ten groups, and one slogan that plays everywhere. */
async function seed(environment: NodeJS.ProcessEnv) {
  Object.assign(process.env, environment)
  const { getPayload } = await import('payload')
  const { default: config } = await import('../../payload.config')
  const payload = await getPayload({ config })
  const profile = await payload.db.findOne<{ id: string }>({ collection: 'display-profiles' })
  const create = async (collection: string, data: Record<string, unknown>) =>
    String((await payload.db.create({ collection: collection as 'displays', data })).id)
  const groups = await Promise.all(
    Array.from({ length: 10 }, (_, index) => create('display-groups', { title: `Group ${index}` })),
  )
  const content = await create('contents', {
    title: '口号',
    kind: 'slogan',
    text: '科学防护，人人有责',
    seconds: 10,
    quotaClass: 'public-service',
    reviewStatus: 'approved',
  })
  const playlist = await create('playlists', { title: '节目单', entries: [{ id: 'entry-1', content }] })
  await create('schedules', {
    title: '全天',
    playlist,
    level: 'normal',
    enabled: true,
    targets: { all: true },
  })
  for (let index = 0; index < displays; index += 1) {
    const display = await create('displays', {
      name: `Display ${index}`,
      channel: 'led',
      timezone: 'Asia/Shanghai',
      profile: profile?.id,
      groups: [groups[index % groups.length]],
    })
    const tokenHash = createHash('sha256').update(tokenOf(index)).digest('hex')
    await create('display-states', { display, tokenHash })
  }
  await payload.destroy()
}

function start(args: string[], env: NodeJS.ProcessEnv) {
  return spawn(process.execPath, args, { env, stdio: ['ignore', 'ignore', 'inherit'] })
}

function bareServer(port: number, etag: string) {
  return `require('node:http').createServer((request, response) => {
    response.writeHead(304, { ETag: ${JSON.stringify(etag)} })
    response.end()
  }).listen(${port}, '127.0.0.1')`
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

async function answering(port: number): Promise<Response> {
  const headers = { Authorization: `Bearer ${tokenOf(0)}` }
  for (;;) {
    try {
      return await fetch(`http://127.0.0.1:${port}${path}`, { headers })
    } catch (error) {
      if (!(error instanceof TypeError)) throw error
      await new Promise((again) => setTimeout(again, 20))
    }
  }
}

async function firstManifest(port: number) {
  const etag = (await answering(port)).headers.get('ETag')
  if (!etag) throw new Error('the server gave no manifest')
  return etag
}

/** Each display's first poll after a start looks its token up; after that it is known. */
async function warmUp(port: number, etag: string) {
  for (let first = 0; first < displays; first += 100) {
    const batch = Array.from({ length: 100 }, (_, index) => tokenOf(first + index))
    const answers = await Promise.all(
      batch.map((token) =>
        fetch(`http://127.0.0.1:${port}${path}`, {
          headers: { Authorization: `Bearer ${token}`, 'If-None-Match': etag },
        }),
      ),
    )
    const wrong = answers.find(({ status }) => status !== 304)
    if (wrong) throw new Error(`a display was answered ${wrong.status}`)
  }
}

/** Answers a second over some seconds of pipelined polls, by turns for every display. */
async function load(port: number, etag: string) {
  const requests = Array.from({ length: displays }, (_, index) =>
    Buffer.from(
      `GET ${path} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${tokenOf(index)}\r\nIf-None-Match: ${etag}\r\n\r\n`,
    ),
  )
  const until = performance.now() + roundSeconds * 1000
  const counts = await Promise.all(
    Array.from({ length: sockets }, (_, index) => pump(port, requests, index * 1000, until)),
  )
  return counts.reduce((sum, count) => sum + count, 0) / roundSeconds
}

function pump(port: number, requests: Buffer[], offset: number, until: number): Promise<number> {
  const end = Buffer.from('\r\n\r\n')
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1')
    let next = offset
    let answered = 0
    const send = (count: number) => {
      const batch: Buffer[] = []
      for (let index = 0; index < count; index += 1) batch.push(requests[next++ % requests.length] as Buffer)
      socket.write(Buffer.concat(batch))
    }
    socket.setNoDelay(true)
    socket.on('connect', () => send(depth))
    socket.on('error', reject)
    let rest = Buffer.alloc(0)
    socket.on('data', (chunk) => {
      const data = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk
      if (answered === 0 && !data.toString('latin1', 0, 12).startsWith('HTTP/1.1 304')) {
        reject(new Error(`answered ${data.toString('latin1', 0, 200)}`))
      }
      let count = 0
      let from = 0
      for (let at = data.indexOf(end); at >= 0; at = data.indexOf(end, from)) {
        count += 1
        from = at + end.length
      }
      rest = data.subarray(from)
      answered += count
      if (performance.now() < until) {
        if (count > 0) send(count)
      } else {
        socket.destroy()
        resolve(answered)
      }
    })
  })
}

function median(values: number[]) {
  return Math.round([...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0)
}
