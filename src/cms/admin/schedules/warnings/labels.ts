import type { ScheduleWarningCode, WarnedField } from '../../../collections/schedules/warnings'
import type { Text } from '../../../i18n/text'

/** A warning in a few words. */
export const warningLabels: Record<ScheduleWarningCode, Text> = {
  overbooked: { zh: '定次播出排不下', en: 'Not all booked plays fit' },
  'booking-missed': { zh: '定次播出会晚播或漏播', en: 'Booked plays late or missed' },
  'never-active': { zh: '不会播出', en: 'Never plays' },
  'always-outranked': { zh: '有排期播不出来', en: 'A schedule is always outranked' },
  'nothing-playable': { zh: '没有可播的内容', en: 'Nothing to play' },
  'takeover-conflict': { zh: '定时插播撞期', en: 'Takeovers tie' },
  gap: { zh: '有空档', en: 'Gaps' },
  expires: { zh: '内容到期', en: 'Contents expire' },
  'calendar-unknown': { zh: '工作日历未知', en: 'Working calendar unknown' },
  'no-displays': { zh: '没有终端', en: 'No displays' },
  'partly-checked': { zh: '未全部检查', en: 'Not all displays looked at' },
}

/** The tab of the form, from 0, in which a field stands. */
export const tabOf: Record<WarnedField, number> = {
  playlist: 0,
  targets: 0,
  start: 1,
  end: 1,
  dayparts: 1,
  dayTypes: 1,
  rrule: 1,
  level: 2,
  priority: 2,
  playsPerHour: 2,
}
