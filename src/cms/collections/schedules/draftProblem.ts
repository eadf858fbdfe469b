import { parseProblem } from '../../../schedule'

/** A schedule as it is about to be saved, or as it stands in a form. */
export type ScheduleDraft = Partial<
  Record<
    | 'level'
    | 'priority'
    | 'weight'
    | 'playsPerHour'
    | 'timezone'
    | 'start'
    | 'end'
    | 'rrule'
    | 'exdates'
    | 'rdates'
    | 'dayTypes',
    unknown
  >
> & { dayparts?: { days?: unknown; from?: unknown; to?: unknown }[] | null }

/** Where a draft is put to the scheduler: the zone of those without one, and the working calendar. */
type Place = { timezone: string; calendar?: { holidays: string[]; workdays: string[] } }

/** A problem of one schedule for one display; its faults stand below `/schedules/0`. */
export function draftProblem(schedule: ScheduleDraft, { timezone, calendar }: Place) {
  const { level, priority, weight, playsPerHour, start, end, rrule, exdates, rdates, dayTypes } = schedule
  return parseProblem({
    version: 1,
    from: '2000-01-01T00:00:00Z',
    to: '2000-01-02T00:00:00Z',
    display: { id: 'display', timezone },
    contents: [{ id: 'content', seconds: 1 }],
    playlists: [{ id: 'playlist', entries: [{ content: 'content' }] }],
    ...(calendar && { calendar: { holidays: calendar.holidays, workdays: calendar.workdays } }),
    schedules: [
      {
        id: 'schedule',
        playlist: 'playlist',
        targets: {},
        level,
        ...withoutEmpty({ priority, weight }),
        playsPerHour: orNull(playsPerHour),
        timezone: orNull(schedule.timezone),
        start: orNull(start),
        end: orNull(end),
        rrule: orNull(rrule),
        exdates: orNull(exdates),
        rdates: orNull(rdates),
        dayTypes: orNull(dayTypes),
        dayparts: (schedule.dayparts ?? []).map(({ days, from, to }) => ({ days: orNull(days), from, to })),
      },
    ],
  })
}

/** A form sends an empty field as an empty text. */
function orNull(value: unknown) {
  return value === '' || value === undefined ? null : value
}

function withoutEmpty(fields: Record<string, unknown>) {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== null && value !== undefined),
  )
}
