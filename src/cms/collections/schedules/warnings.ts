import type { Text } from '../../i18n/text'

/** What is worth a look though it may be saved: the codes of docs/scheduling.md, and what only the CMS can know. */
export type ScheduleWarningCode =
  | 'overbooked'
  | 'booking-missed'
  | 'never-active'
  | 'always-outranked'
  | 'nothing-playable'
  | 'takeover-conflict'
  | 'gap'
  | 'expires'
  /** Day types count in a year whose working calendar nobody has published or entered. */
  | 'calendar-unknown'
  /** The targets name no display that is there. */
  | 'no-displays'
  /** There were too many displays to look at all of them. */
  | 'partly-checked'

/** The fields of the form that a warning can stand at, in the form's order. */
export const warnedFields = [
  'playlist',
  'targets',
  'start',
  'end',
  'dayparts',
  'dayTypes',
  'rrule',
  'level',
  'priority',
  'playsPerHour',
] as const

export type WarnedField = (typeof warnedFields)[number]

/** A warning about a schedule as it would be, for all displays that it concerns. */
export type ScheduleWarning = {
  code: ScheduleWarningCode
  field: WarnedField
  /** Some of the displays, by name; `displayCount` says how many they are. */
  displays: { id: string; name: string }[]
  displayCount: number
  /** The other schedules that have a part in it. */
  schedules: { id: string; title: string }[]
  /** The first time it holds, RFC 3339 in the display's offset; null where it is about no time. */
  from: string | null
  to: string | null
  message: Text
}
