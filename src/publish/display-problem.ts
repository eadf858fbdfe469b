import type { Content, Display } from '../cms/payload-types'
import { settingsOf } from './classes'
import { idOf, idsOf } from './ids'
import { scheduleOf } from './problem'
import type { Snapshot } from './snapshot'

/** Before anything was ever shown: a content that may not be shown is never playable, and is explained so. */
const never = '1970-01-01T00:00:00Z'

/**
 * The whole scheduling problem of one display over [from, to), UTC ms: every schedule with its own targets, disabled ones too, so that
 * each can be explained. Contents that are not in `approved` are there, and never playable.
 */
export function displayProblem(
  display: Display,
  snapshot: Pick<Snapshot, 'contents' | 'playlists' | 'schedules' | 'calendar'>,
  approved: ReadonlyMap<string, Content>,
  { from, to }: { from: number; to: number },
) {
  const { timezone, operatingHours, quietHours, filler, emergencyOutsideHours } = settingsOf(display)
  const playlists = [...snapshot.playlists.values()]
    .map((playlist) => ({
      id: String(playlist.id),
      entries: (playlist.entries ?? [])
        .filter(({ content }) => snapshot.contents.has(idOf(content)))
        .map(({ content, seconds }) => ({ content: idOf(content), ...(seconds ? { seconds } : {}) })),
    }))
    .filter(({ entries }) => entries.length > 0)
  const known = new Set(playlists.map(({ id }) => id))
  const { holidays, workdays } = snapshot.calendar
  return {
    version: 1,
    from: new Date(from).toISOString(),
    to: new Date(to).toISOString(),
    display: {
      id: String(display.id),
      timezone,
      groups: idsOf(display.groups),
      tags: display.tags ?? [],
      operatingHours,
      quietHours,
      filler: filler !== null && known.has(filler) ? filler : null,
      emergencyOutsideHours,
    },
    calendar: { holidays, workdays },
    contents: [...withUnapprovedNever(snapshot.contents, approved)].map(([id, content]) => ({
      id,
      seconds: content.seconds ?? 1,
      validFrom: content.validFrom ?? null,
      validUntil: content.validUntil ?? null,
    })),
    playlists,
    schedules: [...snapshot.schedules.values()]
      .filter(({ playlist }) => known.has(idOf(playlist)))
      .map((schedule) => ({
        ...scheduleOf(schedule),
        targets: {
          all: schedule.targets?.all ?? false,
          displays: idsOf(schedule.targets?.displays),
          groups: idsOf(schedule.targets?.groups),
          tags: schedule.targets?.tags ?? [],
        },
        enabled: schedule.enabled ?? true,
      })),
  }
}

/** All contents, by id; those that are not in `approved` are never valid, and may have no length yet. */
export function withUnapprovedNever(
  contents: ReadonlyMap<string, Content>,
  approved: ReadonlyMap<string, Content>,
): Map<string, Content> {
  return new Map(
    [...contents].map(([id, content]) => [
      id,
      approved.get(id) ?? {
        ...content,
        seconds: content.seconds ?? 1,
        validFrom: null,
        validUntil: never,
      },
    ]),
  )
}
