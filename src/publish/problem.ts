import type { WorkingCalendar } from '../cms/calendar/correctedCalendar'
import type { Content, Playlist, Schedule } from '../cms/payload-types'
import type { DisplayClass } from './classes'
import { idOf } from './ids'

export type ProblemContext = {
  playlists: ReadonlyMap<string, Playlist>
  /** The contents that may be shown, by id: all others are as if their entries were not there. */
  contents: ReadonlyMap<string, Content>
  calendar: WorkingCalendar
}

/** A schedule that need not be saved. */
export type PlannedSchedule = Omit<Schedule, 'createdAt' | 'updatedAt'>

/**
 * The scheduling problem (docs/scheduling.md) of a class of displays over [from, to), UTC ms. A playlist of which nothing may be
 * shown is left out, and the schedules that play it with it.
 */
export function problemOf(
  {
    key,
    settings,
    schedules,
  }: Pick<DisplayClass, 'key' | 'settings'> & { schedules: readonly PlannedSchedule[] },
  { playlists, contents, calendar: { holidays, workdays } }: ProblemContext,
  { from, to }: { from: number; to: number },
) {
  const used = new Map<string, ReturnType<typeof playlistOf>>()
  for (const id of [...schedules.map(({ playlist }) => idOf(playlist)), settings.filler]) {
    const playlist = id === null ? undefined : playlists.get(id)
    if (playlist) used.set(String(playlist.id), playlistOf(playlist, contents))
  }
  for (const [id, { entries }] of used) if (entries.length === 0) used.delete(id)
  const shown = new Set([...used.values()].flatMap(({ entries }) => entries.map(({ content }) => content)))
  return {
    version: 1,
    from: new Date(from).toISOString(),
    to: new Date(to).toISOString(),
    display: {
      id: key,
      timezone: settings.timezone,
      operatingHours: settings.operatingHours,
      quietHours: settings.quietHours,
      filler: settings.filler !== null && used.has(settings.filler) ? settings.filler : null,
      emergencyOutsideHours: settings.emergencyOutsideHours,
    },
    calendar: usesDayTypes(schedules) ? { holidays, workdays } : undefined,
    contents: [...shown].map((id) => contentOf(id, contents)),
    playlists: [...used.values()],
    schedules: schedules.filter(({ playlist }) => used.has(idOf(playlist))).map(scheduleOf),
  }
}

/** Most schedules mind no day types: without the calendar their problems stay small. */
function usesDayTypes(schedules: readonly PlannedSchedule[]) {
  return schedules.some(({ dayTypes }) => (dayTypes ?? []).length > 0)
}

export type ProblemDocument = ReturnType<typeof problemOf>

function playlistOf(playlist: Playlist, contents: ReadonlyMap<string, Content>) {
  const entries = (playlist.entries ?? [])
    .map(({ content, seconds }) => ({ content: idOf(content), ...(seconds ? { seconds } : {}) }))
    .filter(({ content }) => contents.has(content))
  return { id: String(playlist.id), entries }
}

function contentOf(id: string, contents: ReadonlyMap<string, Content>) {
  const content = contents.get(id)
  return {
    id,
    seconds: content?.seconds ?? 0,
    validFrom: content?.validFrom ?? null,
    validUntil: content?.validUntil ?? null,
  }
}

/** A schedule's own words, aimed at the class (which it targets, or it would not be here). */
export function scheduleOf(schedule: PlannedSchedule) {
  return {
    id: String(schedule.id),
    playlist: idOf(schedule.playlist),
    targets: { all: true },
    level: schedule.level,
    priority: schedule.priority ?? 0,
    weight: schedule.weight ?? 1,
    playsPerHour: schedule.playsPerHour ?? null,
    timezone: schedule.timezone || null,
    start: schedule.start || null,
    end: schedule.end || null,
    rrule: schedule.rrule || null,
    exdates: schedule.exdates ?? [],
    rdates: schedule.rdates ?? [],
    dayTypes: schedule.dayTypes ?? null,
    dayparts: (schedule.dayparts ?? []).map(({ days, from, to }) => ({
      days: days?.length ? days : null,
      from,
      to,
    })),
    enabled: true,
  }
}
