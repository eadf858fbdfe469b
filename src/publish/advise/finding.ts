import type { ScheduleWarningCode, WarnedField } from '../../cms/collections/schedules/warnings'
import type { Interval } from '../../schedule/interval'

/** What was found, said more closely than by its code where the words differ. */
export type Aspect =
  | 'own'
  /** It happens to other schedules, because of this one. */
  | 'others'
  /** The playlist holds nothing that has been approved. */
  | 'unapproved'
  /** The gap was not there before the change. */
  | 'caused'
  /** The end is past. */
  | 'over'

/** A warning as found on one class of displays. */
export type Finding = {
  code: ScheduleWarningCode
  aspect: Aspect
  field: WarnedField
  /** Ids of the other schedules that have a part in it. */
  schedules: string[]
  displays: string[]
  /** IANA name: the displays'. */
  timezone: string
  intervals: Interval[]
  /** The time that was looked at: an interval that reaches its end may go on. */
  range: Interval
}

/** A warning on displays and in a range that its finder is not told of. */
export type Found = Pick<Finding, 'code' | 'aspect' | 'field' | 'schedules' | 'intervals'>
