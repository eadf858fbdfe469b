import { type Request, Router } from 'express'
import { z } from 'zod'
import { Problem, parseOr } from '../../device/problems'
import { onlyRoles, type StaffUser } from '../../device/staff'
import { approvedContents } from '../../publish/approved'
import { displayProblem } from '../../publish/display-problem'
import { idOf } from '../../publish/ids'
import type { Snapshot } from '../../publish/snapshot'
import { explain, formatExplanation, formatTimeline, parseProblem, resolve } from '../../schedule'
import { instant } from './instant'

export type TimelineOptions = {
  snapshot: () => Readonly<Snapshot>
  userOf: (request: Request) => Promise<StaffUser | null>
}

const dayMs = 24 * 3_600_000
/** The command takes longer ranges; an answer over HTTP stays small. */
const longestDays = 31
/** An explanation looks this far ahead for each schedule's next segment. */
const aheadDays = 14

const range = z
  .object({ display: z.string(), from: instant, to: instant, plays: z.stringbool().default(false) })
  .refine(({ from, to }) => from < to, { path: ['to'], message: 'must be after from' })
  .refine(({ from, to }) => to - from <= longestDays * dayMs, {
    path: ['to'],
    message: `must be at most ${longestDays} days after from`,
  })
const moment = z.object({ display: z.string(), at: instant })

/**
 * `GET /api/timeline?display=…&from=…&to=…[&plays=true]` and `GET /api/timeline/explain?display=…&at=…` for staff: what a display
 * plays, and why, as the `timeline` command says it (docs/scheduling.md).
 */
export function timelineRouter({ snapshot, userOf }: TimelineOptions): Router {
  const router = Router()
  router.use(onlyRoles(userOf, ['administrator', 'editor', 'operator', 'viewer']))

  router.get('/', (request, response) => {
    const { display, from, to, plays } = parseOr(range, request.query, 'query-invalid')
    const problem = problemOf(display, { from, to })
    response.set('Cache-Control', 'no-store').json(formatTimeline(resolve(problem, { plays })))
  })

  router.get('/explain', (request, response) => {
    const { display, at } = parseOr(moment, request.query, 'query-invalid')
    const problem = problemOf(display, { from: at, to: at + aheadDays * dayMs })
    const explanation = formatExplanation(explain(problem, at), problem.display.timezone)
    response.set('Cache-Control', 'no-store').json(explanation)
  })

  function problemOf(id: string, between: { from: number; to: number }) {
    const documents = snapshot()
    const display = documents.displays.get(id)
    if (!display) throw new Problem('display-unknown')
    const profile = documents['display-profiles'].get(idOf(display.profile)) ?? null
    const approved = approvedContents(documents, profile)
    const parsed = parseProblem(displayProblem(display, documents, approved, between))
    if (parsed.ok) return parsed.problem
    const errors = parsed.faults.map(({ pointer, message }) => ({ pointer, detail: message }))
    throw new Problem('timeline-impossible', { errors })
  }
  return router
}
