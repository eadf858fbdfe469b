import { type Request, Router } from 'express'
import { z } from 'zod'
import { parseOr } from '../../device/problems'
import { onlyRoles, type StaffUser } from '../../device/staff'
import type { PlayLog } from '../../plays/log'
import { instant } from './instant'

const query = z.object({
  display: z.string().max(64).optional(),
  content: z.string().max(64).optional(),
  from: instant.optional(),
  to: instant.optional(),
  limit: z.coerce.number().int().min(1).max(10_000).default(100),
})

/** `GET /api/plays?display=…&content=…&from=…&to=…&limit=…`: what was really played, the newest first, for staff. */
export function playsRouter(plays: PlayLog, userOf: (request: Request) => Promise<StaffUser | null>): Router {
  const router = Router()
  router.get(
    '/',
    onlyRoles(userOf, ['administrator', 'editor', 'operator', 'viewer']),
    async (request, response) => {
      const asked = parseOr(query, request.query, 'query-invalid')
      response.set('Cache-Control', 'no-store').json({ plays: await plays.find(asked) })
    },
  )
  return router
}
