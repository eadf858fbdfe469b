import express, { type Request, Router } from 'express'
import { z } from 'zod'
import { draftProblem } from '../../cms/collections/schedules/draftProblem'
import { scheduleFaults } from '../../cms/collections/schedules/faults'
import { faultText } from '../../cms/faults/fault'
import { Problem, parseOr } from '../../device/problems'
import { onlyRoles, type StaffUser } from '../../device/staff'
import type { Snapshot } from '../../publish/snapshot'
import { upcoming } from '../../schedule'
import { formatInstant } from '../../schedule/format'

export type OccurrencesOptions = {
  snapshot: () => Pick<Snapshot, 'calendar'>
  userOf: (request: Request) => Promise<StaffUser | null>
  now: () => number
  /** IANA name: the zone of schedules that have none of their own. */
  timezone: string
}

/** How many occurrences are told. */
const most = 10

/** The fields of a schedule that say when. What they hold is the scheduler's to judge, with the faults that saving gives. */
const when = z.object({
  timezone: z.unknown().optional(),
  start: z.unknown().optional(),
  end: z.unknown().optional(),
  rrule: z.unknown().optional(),
  exdates: z.unknown().optional(),
  rdates: z.unknown().optional(),
  dayTypes: z.unknown().optional(),
  dayparts: z
    .array(
      z.object({ days: z.unknown().optional(), from: z.unknown().optional(), to: z.unknown().optional() }),
    )
    .nullish()
    .transform((rows) => rows ?? []),
})

/**
 * `POST /api/timeline/occurrences` for staff: when a schedule that need not be saved is active next.
 *
 * Takes the fields of the form. Answers `{ occurrences: [{ date, from, to }], ended, timezone, unknownYears, calendar }`: instants in
 * the zone's offset; `ended` where there are no more than those; `unknownYears` where day types count in years whose calendar
 * nobody knows; `calendar` the holidays and make-up workdays from this year on. Faults are `schedule-invalid`, 422, with
 * `errors: [{ path, code, message }]` as saving would give them.
 */
export function occurrencesRouter({ snapshot, userOf, now, timezone }: OccurrencesOptions): Router {
  const router = Router()
  router.use(onlyRoles(userOf, ['administrator', 'editor', 'operator', 'viewer']))
  router.post('/', express.json({ limit: '1mb' }), (request, response) => {
    const draft = { ...parseOr(when, request.body, 'body-invalid'), level: 'normal' }
    const { calendar } = snapshot()
    const parsed = draftProblem(draft, { timezone, calendar })
    const [schedule] = parsed.ok ? parsed.problem.schedules : []
    if (!parsed.ok || !schedule) {
      const language = request.acceptsLanguages('zh', 'en') === 'en' ? 'en' : 'zh'
      const errors = scheduleFaults(draft).map((fault) => ({
        path: fault.path,
        code: fault.code,
        message: faultText(fault, language),
      }))
      throw new Problem('schedule-invalid', { errors })
    }
    const at = now()
    const { occurrences, ended } = upcoming(schedule, parsed.problem.calendar, at, most)
    const today = formatInstant(at, schedule.timezone)
    response.set('Cache-Control', 'no-store').json({
      occurrences: occurrences.map(({ date, from, to }) => ({
        date,
        from: formatInstant(from, schedule.timezone),
        to: formatInstant(to, schedule.timezone),
      })),
      ended,
      timezone: schedule.timezone,
      unknownYears: schedule.dayTypes.size === 1 ? unknownYears(occurrences, calendar.knownYears) : [],
      calendar: { holidays: since(today, calendar.holidays), workdays: since(today, calendar.workdays) },
    })
  })
  return router
}

function unknownYears(occurrences: { date: string }[], known: readonly number[]): number[] {
  const years = new Set(occurrences.map(({ date }) => Number(date.slice(0, 4))))
  return [...years].filter((year) => !known.includes(year))
}

/** The dates of a year and of those after it. */
function since(today: string, dates: readonly string[]): string[] {
  const first = `${today.slice(0, 4)}-01-01`
  return dates.filter((date) => date >= first)
}
