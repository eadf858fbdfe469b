import express, { type Request, Router } from 'express'
import { z } from 'zod'
import type { ScheduleWarning } from '../../cms/collections/schedules/warnings'
import { parseOr } from '../../device/problems'
import { onlyRoles, type StaffUser } from '../../device/staff'
import type { PlannedSchedule } from '../../publish/problem'

export type WarningsOptions = {
  userOf: (request: Request) => Promise<StaffUser | null>
  /** The warnings about a schedule as it would be; null where it cannot be scheduled as it stands. */
  warningsOf: (after: PlannedSchedule) => Promise<ScheduleWarning[] | null>
}

/** No document has this id. */
const unsavedId = 'unsaved'

/** A form sends an empty field as null, an empty text, or, for a list without rows, 0. */
const list = <T extends z.ZodType>(item: T) =>
  z.preprocess((value) => (Array.isArray(value) ? value : []), z.array(item))
const text = z.preprocess((value) => (value === '' ? null : value), z.string().nullish())
const number = z.preprocess((value) => (value === '' ? null : value), z.number().nullish())
const flag = (absent: boolean) =>
  z
    .boolean()
    .nullish()
    .transform((value) => value ?? absent)

/** The values of a schedule's form. Only their kinds are looked at: what they say is the scheduler's to judge. */
const draft = z.object({
  title: text,
  playlist: text,
  targets: z
    .object({
      all: flag(false),
      groups: list(z.string()),
      displays: list(z.string()),
      tags: list(z.string()),
    })
    .nullish(),
  level: text,
  priority: number,
  weight: number,
  playsPerHour: number,
  timezone: text,
  start: text,
  end: text,
  rrule: text,
  exdates: list(z.string()),
  rdates: list(z.string()),
  dayTypes: list(z.string()),
  dayparts: list(z.object({ days: list(z.string()), from: text, to: text })),
  enabled: flag(true),
})
const body = z.object({ id: z.string().max(64).nullish(), data: draft })

/**
 * `POST /api/timeline/warnings` for staff: `{ id, data }`, the id of a schedule, null where it is new, and the values of its form.
 * Answers `{ checked, warnings }` with what saving it so would answer as `doc.warnings`; `checked` is false where it is not whole
 * enough to be looked at.
 */
export function warningsRouter({ userOf, warningsOf }: WarningsOptions): Router {
  const router = Router()
  router.use(onlyRoles(userOf, ['administrator', 'editor', 'operator', 'viewer']))
  router.post('/', express.json({ limit: '1mb' }), async (request, response) => {
    const { id, data } = parseOr(body, request.body, 'body-invalid')
    const whole = data.playlist && data.level
    const warnings = whole ? await warningsOf({ ...data, id: id ?? unsavedId } as PlannedSchedule) : null
    response.set('Cache-Control', 'no-store').json({ checked: warnings !== null, warnings: warnings ?? [] })
  })
  return router
}
