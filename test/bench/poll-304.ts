import type { ChildProcess } from 'node:child_process'
import { connect } from 'node:net'
import type { BenchResult } from './main'
import { benchSite, freePort, startNode, tokenOf } from './site'

const displays = 10_000
const bar = 0.75
const roundSeconds = 3
const rounds = 3
const sockets = 8
/** Requests on the way on each socket, so that the server is never idle and the load costs little itself. */
const depth = 32

const path = '/api/device/v1/manifest'

/**
 * Polls answered with 304 by the real server that knows 10,000 displays, beside a bare `node:http` server that answers 304, each in a
 * process of its own, in alternating rounds. The value is the server's median in requests a second.
 */
export async function run(): Promise<BenchResult> {
  const site = await benchSite({ displays, classes: 10, schedules: 1 })
  const children: ChildProcess[] = []
  try {
    const port = await freePort()
    const started = performance.now()
    children.push(startNode(['dist/start.mjs'], { ...site.environment, PORT: String(port) }))
    const etag = await firstManifest(port)
    process.stdout.write(
      `first answer ${((performance.now() - started) / 1000).toFixed(2)} s after the start\n`,
    )
    await warmUp(port, etag)

    const barePort = await freePort()
    children.push(startNode(['-e', bareServer(barePort, etag)], process.env))
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
    site.remove()
  }
}

function bareServer(port: number, etag: string) {
  return `require('node:http').createServer((request, response) => {
    response.writeHead(304, { ETag: ${JSON.stringify(etag)} })
    response.end()
  }).listen(${port}, '127.0.0.1')`
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
