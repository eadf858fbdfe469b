import { type Request, Router } from 'express'
import { z } from 'zod'
import type { ProgressReport } from '../../cms/admin/media/progress/report'
import { parseOr } from '../../device/problems'
import { onlyRoles, type StaffUser } from '../../device/staff'
import type { ProgressAsked } from '../../jobs/reportProgress'

export type MediaProgressOptions = {
  userOf: (request: Request) => Promise<StaffUser | null>
  /** How far those documents are; null: all media that something is under way for. */
  progressOf: (asked: ProgressAsked) => ProgressReport
}

/** As many as one page of the list shows, at most. */
const askedAtMost = 200

const ids = z
  .string()
  .transform((ids) => ids.split(',').filter(Boolean))
  .pipe(z.array(z.string().max(64)).max(askedAtMost))
  .optional()

const query = z.object({ media: ids, contents: ids })

/**
 * `GET /api/media-progress[?media=<id>,<id>…|?contents=<id>,<id>…]` for staff: how far files are, by the id of their media document,
 * or of the content that screens need them of; without either, of all media that something is under way for. See `ProgressReport`.
 */
export function mediaProgressRouter({ userOf, progressOf }: MediaProgressOptions): Router {
  const router = Router()
  router.use(onlyRoles(userOf, ['administrator', 'editor', 'operator', 'viewer']))
  router.get('/', (request, response) => {
    const { media, contents } = parseOr(query, request.query, 'query-invalid')
    const asked = contents ? ({ of: 'contents', ids: contents } as const) : null
    response.set('Cache-Control', 'no-store').json(progressOf(media ? { of: 'media', ids: media } : asked))
  })
  return router
}
