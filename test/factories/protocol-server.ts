import { generateKeyPairSync, randomBytes, randomUUID, sign } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { join, normalize } from 'node:path'
import type { Manifest } from '../../src/manifest/manifest'
import type { Heartbeat, Play } from '../../src/manifest/messages'
import { playerPagePolicy } from '../../src/server/routes/player'
import { sha256 } from './loop-manifest'

type Claims = { display: string; revision: number; sha256: string; issuedAt: number }

/** A server that speaks the device protocol for one display, and can be made to fail in the ways that servers do. */
export type ProtocolServer = {
  url: string
  display: string
  token: string
  /** The address of an already paired player. */
  link: string
  keys: { kid: string; x: string }[]
  /** Keeps a file and returns its entry for `files`, by its hash. */
  addFile(bytes: Uint8Array, type: string): { sha256: string; entry: Manifest['files'][string] }
  /** Signs and serves a manifest. `claims` replace the true ones; `forge` breaks the signature. */
  publish(manifest: Manifest, changes?: { claims?: Partial<Claims>; forge?: boolean }): string
  /** Confirms a code that a player shows. */
  confirm(code: string): void
  /** Lets every open code expire. */
  expirePairings(): void
  pairingCodes(): string[]
  stop(): Promise<void>
  /** On the same port as before. */
  start(): Promise<void>
  /** What the next answers do wrong. */
  faults: {
    loseNextPlaysAnswer: boolean
    refuseToken: boolean
    damaged: Set<string>
    cutAfterBytes: number | null
    slowMs: number
  }
  /** Where files are fetched instead: each is answered with a redirect. `origin` is told to the page. */
  elsewhere: { origin: string; addressOf(sha256: string): Promise<string> } | null
  plays: Map<string, Play>
  /** Every play as it came, repeated ones too. */
  playsReceived: Play[]
  heartbeats: Heartbeat[]
  requests: { method: string; path: string; range?: string; status: number }[]
}

const TYPES: Record<string, string> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  woff2: 'font/woff2',
}

/** Starts one on a free port of this machine; `player` is a folder that buildPlayer made. */
export async function startProtocolServer(options: {
  player: string
  name?: string
}): Promise<ProtocolServer> {
  const display = randomUUID()
  const token = randomBytes(32).toString('base64url')
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const x = String(publicKey.export({ format: 'jwk' }).x)
  const keys = [{ kid: sha256(x).slice(0, 16), x }]
  const files = new Map<string, { bytes: Uint8Array; type: string }>()
  const pairings = new Map<string, { code: string; confirmed: boolean }>()
  const sockets = new Set<Socket>()
  let current: { body: string; etag: string; signature: string } | null = null
  let revision = 0
  let server: Server | null = null
  let port = 0

  function jws(payload: object): string {
    const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
    const signed = `${encode({ alg: 'EdDSA', kid: keys[0]?.kid })}.${encode(payload)}`
    return `${signed}.${sign(null, Buffer.from(signed), privateKey).toString('base64url')}`
  }

  const state: ProtocolServer = {
    url: '',
    display,
    token,
    link: '',
    keys,
    addFile(bytes, type) {
      const hash = sha256(bytes)
      files.set(hash, { bytes, type })
      return { sha256: hash, entry: { url: `/media/${hash}?exp=1&sig=1`, bytes: bytes.length, type } }
    },
    publish(manifest, { claims = {}, forge = false } = {}) {
      const body = JSON.stringify(manifest)
      revision = Math.max(revision + 1, Date.now())
      const signature = jws({ display, revision, sha256: sha256(body), issuedAt: Date.now(), ...claims })
      const forged = signature.replace(
        /\.([^.])([^.]*)$/,
        (_, first, rest) => `.${first === 'A' ? 'B' : 'A'}${rest}`,
      )
      current = { body, etag: `"${sha256(body)}"`, signature: forge ? forged : signature }
      return sha256(body)
    },
    confirm(code) {
      for (const pairing of pairings.values()) if (pairing.code === code) pairing.confirmed = true
    },
    expirePairings: () => pairings.clear(),
    pairingCodes: () => [...pairings.values()].map(({ code }) => code),
    async stop() {
      const running = server
      server = null
      for (const socket of sockets) socket.destroy()
      if (running) await new Promise((resolve) => running.close(resolve))
    },
    async start() {
      const next = createServer((request, response) => {
        answer(request, response).catch((error: unknown) => response.destroy(error as Error))
      })
      next.on('connection', (socket) => {
        sockets.add(socket)
        socket.on('close', () => sockets.delete(socket))
      })
      await new Promise<void>((resolve) => next.listen(port, '127.0.0.1', resolve))
      port = (next.address() as AddressInfo).port
      server = next
    },
    faults: {
      loseNextPlaysAnswer: false,
      refuseToken: false,
      damaged: new Set(),
      cutAfterBytes: null,
      slowMs: 0,
    },
    elsewhere: null,
    plays: new Map(),
    playsReceived: [],
    heartbeats: [],
    requests: [],
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname: path } = new URL(request.url ?? '/', 'http://localhost')
    const method = request.method ?? 'GET'
    response.setHeader('Server-Time', String(Date.now()))
    response.on('close', () => {
      state.requests.push({ method, path, range: request.headers.range, status: response.statusCode })
    })
    if (path === '/player' || path.startsWith('/player/')) return page(path, response)
    if (path.startsWith('/media/')) return media(path, request, response)
    const body = method === 'POST' ? JSON.parse(await textOf(request)) : null
    if (path === '/api/device/v1/pairings') return startPairing(response)
    if (path === '/api/device/v1/pairings/me') return askPairing(request, response)
    if (request.headers.authorization !== `Bearer ${token}` || state.faults.refuseToken) {
      return send(response, 401, { code: 'unauthorised' })
    }
    if (path === '/api/device/v1/manifest') return manifest(request, response)
    if (path === '/api/device/v1/heartbeat') {
      state.heartbeats.push(body)
      return send(response, 200, { name: options.name ?? '中心广场大屏', commands: [] })
    }
    if (path === '/api/device/v1/plays') return plays(body, response)
    send(response, 404, { code: 'not-found' })
  }

  function manifest(request: IncomingMessage, response: ServerResponse): void {
    if (!current) {
      send(response, 404, { code: 'no-manifest' })
      return
    }
    response.setHeader('ETag', current.etag)
    response.setHeader('Manifest-Signature', current.signature)
    if (request.headers['if-none-match'] === current.etag) response.writeHead(304).end()
    else response.writeHead(200, { 'Content-Type': 'application/json' }).end(current.body)
  }

  function plays(body: { bootId: string; plays: Play[] }, response: ServerResponse): void {
    let duplicates = 0
    for (const play of body.plays) {
      const key = `${body.bootId} ${play.seq}`
      if (state.plays.has(key)) duplicates += 1
      state.plays.set(key, play)
      state.playsReceived.push(play)
    }
    if (state.faults.loseNextPlaysAnswer) {
      state.faults.loseNextPlaysAnswer = false
      response.destroy()
      return
    }
    send(response, 200, { accepted: body.plays.length - duplicates, duplicates, refused: [] })
  }

  function startPairing(response: ServerResponse): void {
    const pollToken = randomUUID()
    const alphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ'
    const code = Array.from(randomBytes(6), (byte) => alphabet[byte % alphabet.length]).join('')
    pairings.set(pollToken, { code, confirmed: false })
    send(response, 201, { code, pollToken, expiresAt: Date.now() + 600_000, pollSeconds: 1, keys })
  }

  function askPairing(request: IncomingMessage, response: ServerResponse): void {
    const pairing = pairings.get((request.headers.authorization ?? '').replace('Pairing ', ''))
    if (!pairing) send(response, 410, { code: 'pairing-expired' })
    else if (!pairing.confirmed) send(response, 202, { status: 'pending' })
    else send(response, 200, { status: 'paired', display, token, keys })
  }

  async function media(path: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const hash = path.slice('/media/'.length)
    if (state.elsewhere) {
      const Location = await state.elsewhere.addressOf(hash)
      response.writeHead(302, { Location, 'Cache-Control': 'no-store' }).end()
      return
    }
    const file = files.get(hash)
    if (!file) return send(response, 404, { code: 'not-found' })
    const bytes = Buffer.from(file.bytes)
    if (state.faults.damaged.has(hash)) bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 0xff
    const range = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '')
    const from = range ? Number(range[1]) : 0
    const to = range ? Math.min(bytes.length, Number(range[2]) + 1) : bytes.length
    const headers: Record<string, string | number> = {
      'Content-Type': file.type,
      'Content-Length': to - from,
    }
    if (range) headers['Content-Range'] = `bytes ${from}-${to - 1}/${bytes.length}`
    response.writeHead(range ? 206 : 200, headers)
    const cut = state.faults.cutAfterBytes
    if (cut !== null && to > cut) {
      response.write(bytes.subarray(from, Math.max(from, cut)), () => response.destroy())
      return
    }
    response.end(bytes.subarray(from, to))
  }

  async function page(path: string, response: ServerResponse): Promise<void> {
    const file =
      path === '/player' || path === '/player/' ? 'index.html' : normalize(path.slice('/player/'.length))
    const bytes = await readFile(join(options.player, file)).catch(() => null)
    if (!bytes) return send(response, 404, { code: 'not-found' })
    const type = TYPES[file.split('.').pop() ?? ''] ?? 'application/octet-stream'
    const policy = file === 'index.html' ? playerPagePolicy(state.elsewhere?.origin) : {}
    response
      .writeHead(200, { 'Content-Type': type, 'Service-Worker-Allowed': '/player', ...policy })
      .end(bytes)
  }

  await state.start()
  state.url = `http://127.0.0.1:${port}`
  const pair = Buffer.from(JSON.stringify({ display, token, keys })).toString('base64url')
  state.link = `${state.url}/player#pair=${pair}`
  return state
}

function send(response: ServerResponse, status: number, value: object): void {
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(value))
}

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts).toString('utf8')
}
