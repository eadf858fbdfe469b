import { parseProblem } from '../../../schedule'
import { coreFaults } from '../../faults/coreFaults'
import type { DocumentFault } from '../../faults/fault'

/** A schedule as it is about to be saved. */
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

/** All that the scheduler would find fault with, put to it as a problem of one schedule for one display. */
export function scheduleFaults(schedule: ScheduleDraft): DocumentFault[] {
  const { level, priority, weight, playsPerHour, timezone, start, end, rrule, exdates, rdates, dayTypes } =
    schedule
  const parsed = parseProblem({
    version: 1,
    from: '2000-01-01T00:00:00Z',
    to: '2000-01-02T00:00:00Z',
    display: { id: 'display', timezone: 'UTC' },
    contents: [{ id: 'content', seconds: 1 }],
    playlists: [{ id: 'playlist', entries: [{ content: 'content' }] }],
    schedules: [
      {
        id: 'schedule',
        playlist: 'playlist',
        targets: {},
        level,
        ...withoutEmpty({ priority, weight }),
        playsPerHour: orNull(playsPerHour),
        timezone: orNull(timezone),
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
  return parsed.ok ? [] : coreFaults(parsed.faults, '/schedules/0')
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
