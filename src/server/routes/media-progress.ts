import { type Request, Router } from 'express'
import { z } from 'zod'
import type { ProgressReport } from '../../cms/admin/media/progress/report'
import { parseOr } from '../../device/problems'
import { onlyRoles, type StaffUser } from '../../device/staff'

export type MediaProgressOptions = {
  userOf: (request: Request) => Promise<StaffUser | null>
  /** How far those media documents are; null: all that something is under way for. */
  progressOf: (media: readonly string[] | null) => ProgressReport
}

/** As many as one page of the list shows, at most. */
const askedAtMost = 200

const query = z.object({
  media: z
    .string()
    .transform((ids) => ids.split(',').filter(Boolean))
    .pipe(z.array(z.string().max(64)).max(askedAtMost))
    .optional(),
})

/**
 * `GET /api/media-progress[?media=<id>,<id>…]` for staff: how far files are, by the id of their media document; without `media`, of
 * all that something is under way for. See `ProgressReport`.
 */
export function mediaProgressRouter({ userOf, progressOf }: MediaProgressOptions): Router {
  const router = Router()
  router.use(onlyRoles(userOf, ['administrator', 'editor', 'operator', 'viewer']))
  router.get('/', (request, response) => {
    const { media } = parseOr(query, request.query, 'query-invalid')
    response.set('Cache-Control', 'no-store').json(progressOf(media ?? null))
  })
  return router
}
