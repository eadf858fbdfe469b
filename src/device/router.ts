import express, { type RequestHandler, type Response, Router } from 'express'
import { rateLimit } from 'express-rate-limit'
import { heartbeat, type Play, pairingRequest, play, playsBatch } from '../manifest/messages'
import type { PlayLog } from '../plays/log'
import type { InstallationKey } from '../publish/installation-key'
import { type Authentication, authenticateDisplay } from './authenticate'
import { matchesTag } from './conditional'
import { type ManifestDesk, manifestHeaders } from './manifests'
import { openapi } from './openapi'
import { nothingHere, Problem, parseOr } from './problems'
import { credentials } from './tokens'

export type DeviceOptions = Authentication & {
  manifests: ManifestDesk
  key: InstallationKey
  plays: PlayLog
  nameOf: (display: string) => string
  pollSeconds: number
  /** Pairings that one address may ask for in a minute. */
  pairingsPerMinute: number
}

/** The device protocol, version 1 (docs/device-protocol.md), below /api/device/v1. */
export function deviceRouter(options: DeviceOptions): Router {
  const { key, manifests, now, pairings, plays, states } = options
  const router = Router()
  const authenticated = authenticateDisplay(options)
  const json = express.json({ limit: '2mb', type: () => true })

  router.use((_request, response, next) => {
    response.set('Server-Time', String(now()))
    next()
  })

  router.get('/openapi.json', (_request, response) => {
    response.json(openapi())
  })

  router.get('/keys', (_request, response) => {
    response.json({ keys: [key.public] })
  })

  router.post('/pairings', pairingLimit(options.pairingsPerMinute), json, async (request, response) => {
    const facts = parseOr(pairingRequest, request.body, 'body-invalid')
    const begun = await pairings.begin(facts, request.ip ?? '', now())
    noStore(response)
      .status(201)
      .json({ ...begun, pollSeconds: options.pollSeconds, keys: [key.public] })
  })

  router.get('/pairings/me', async (request, response) => {
    const pollToken = credentials(request.headers.authorization, 'Pairing')
    if (pollToken === null) throw new Problem('token-missing', { headers: { 'WWW-Authenticate': 'Pairing' } })
    const paired = await pairings.poll(pollToken, now())
    if (paired) noStore(response).json({ status: 'paired', ...paired, keys: [key.public] })
    else noStore(response).status(202).json({ status: 'pending' })
  })

  router.get('/manifest', authenticated, async (request, response) => {
    const display = displayOf(response)
    const manifest = manifests.current(display)
    if (!manifest) throw new Problem('manifest-not-ready', { headers: { 'Retry-After': '30' } })
    if (matchesTag(request.headers['if-none-match'], manifest.etag)) {
      response.status(304).set('ETag', manifest.etag).end()
      return
    }
    const jws = await manifests.signature(display, manifest.sha256)
    response.set(stringValues(manifestHeaders(manifest, jws))).end(manifest.body)
  })

  router.post('/heartbeat', authenticated, json, async (request, response) => {
    const display = displayOf(response)
    await states.heartbeat(display, parseOr(heartbeat, request.body, 'body-invalid'), now())
    response.json({ name: options.nameOf(display), commands: [] })
  })

  router.post('/plays', authenticated, json, async (request, response) => {
    const batch = parseOr(playsBatch, request.body, 'body-invalid')
    const { good, refused } = sortOut(batch.plays)
    const added = await plays.add({
      display: displayOf(response),
      bootId: batch.bootId,
      plays: good,
      receivedAt: now(),
    })
    response.json({ ...added, refused })
  })

  router.all(['/keys', '/openapi.json', '/pairings/me', '/manifest'], allowOnly('GET, HEAD'))
  router.all(['/pairings', '/heartbeat', '/plays'], allowOnly('POST'))
  router.use(nothingHere)
  return router
}

function displayOf(response: Response): string {
  return response.locals.display as string
}

/** RFC 9110, section 15.5.6: a 405 says which methods there are. */
function allowOnly(methods: string): RequestHandler {
  return () => {
    throw new Problem('method-not-allowed', { headers: { Allow: methods } })
  }
}

function noStore(response: Response) {
  return response.set('Cache-Control', 'no-store')
}

function pairingLimit(perMinute: number): RequestHandler {
  return rateLimit({
    windowMs: 60_000,
    limit: perMinute,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    handler: () => {
      throw new Problem('rate-limited', { headers: { 'Retry-After': '60' } })
    },
  })
}

/** Parts a batch into plays to keep and those refused, by number. */
function sortOut(plays: readonly unknown[]) {
  const good: Play[] = []
  const refused: { seq: number | null; code: string }[] = []
  for (const candidate of plays) {
    const parsed = play.safeParse(candidate)
    if (parsed.success) good.push(parsed.data)
    else refused.push({ seq: seqOf(candidate), code: 'play-invalid' })
  }
  return { good, refused }
}

function seqOf(candidate: unknown): number | null {
  const seq = (candidate as { seq?: unknown } | null)?.seq
  return typeof seq === 'number' ? seq : null
}

function stringValues(headers: Record<string, string | number>) {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]))
}
