import { createHash } from 'node:crypto'
import express, { type Request, type RequestHandler, Router } from 'express'
import { z } from 'zod'
import type { InstallationKey } from '../publish/installation-key'
import type { PairingDesk } from './pairing'
import { Problem, parseOr } from './problems'

export type StaffUser = { id: string; role: string }

export type StaffOptions = {
  pairings: PairingDesk
  key: InstallationKey
  now: () => number
  /** Who is signed in, by session cookie or API token. */
  userOf: (request: Request) => Promise<StaffUser | null>
  nameOf: (display: string) => Promise<string | null>
}

const confirmation = z.object({ display: z.string().min(1) })

/** What operators do with devices that wait to be paired, below /api/device-pairings. */
export function staffPairingRouter({ pairings, key, now, userOf, nameOf }: StaffOptions): Router {
  const router = Router()
  router.use(onlyRoles(userOf, ['administrator', 'operator']))

  router.get('/:code', async (request, response) => {
    const waiting = await pairings.look(request.params.code, now())
    response.set('Cache-Control', 'no-store').json({ ...waiting, fingerprint: fingerprint(key.public.x) })
  })

  router.post('/:code', express.json(), async (request, response) => {
    const { display } = parseOr(confirmation, request.body, 'body-invalid')
    const name = await nameOf(display)
    if (name === null) throw new Problem('display-unknown')
    await pairings.confirm(request.params.code, display, now())
    response.json({ display, name })
  })

  router.delete('/:code', async (request, response) => {
    await pairings.reject(request.params.code, now())
    response.status(204).end()
  })
  return router
}

/** Lets through only staff of these roles. */
export function onlyRoles(userOf: StaffOptions['userOf'], roles: readonly string[]): RequestHandler {
  return async (request, _response, next) => {
    const user = await userOf(request)
    if (!user) throw new Problem('signed-out')
    if (!roles.includes(user.role)) throw new Problem('forbidden')
    next()
  }
}

/** What player and admin show beside a pairing code, to be compared by eye: the start of the SHA-256 of the raw key. */
function fingerprint(x: string): string {
  const digest = createHash('sha256').update(Buffer.from(x, 'base64url')).digest('hex').toUpperCase()
  return `${digest.slice(0, 4)} ${digest.slice(4, 8)}`
}
