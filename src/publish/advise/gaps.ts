import { type Problem, type Timeline, upcoming } from '../../schedule'
import { type Interval, merge } from '../../schedule/interval'
import type { Found } from './finding'
import { within, without } from './intervals'

/**
 * Gaps that a change leaves where the schedule played before (`previous`), and, with `remaining`, those that stay with nothing but the
 * standby card; a filler playlist is there to fill.
 */
export function gapFindings(
  timeline: Timeline,
  { previous, remaining }: { previous: Interval[]; remaining: boolean },
): Found[] {
  const gaps = timeline.warnings.filter(({ code }) => code === 'gap')
  const caused = within(gaps, previous)
  const standby = merge(timeline.segments.filter(({ level }) => level === 'standby'))
  const left = remaining ? without(within(gaps, standby), caused) : []
  const gap = (aspect: Found['aspect'], intervals: Interval[]): Found => ({
    code: 'gap',
    aspect,
    field: 'targets',
    schedules: [],
    intervals,
  })
  return [gap('caused', caused), gap('own', left)].filter(({ intervals }) => intervals.length > 0)
}

/** Fifty dayparts a day for two weeks: who has more is told of less. */
const mostOccurrences = 700

/** When a schedule of a world is active and has something to play; never where there is none. */
export function playingTimes({ schedules, calendar, from, to }: Problem, id: string): Interval[] {
  const schedule = schedules.find((one) => one.id === id)
  if (!schedule) return []
  const valid = schedule.entries.map(({ validFrom, validUntil }) => ({ from: validFrom, to: validUntil }))
  const { occurrences } = upcoming(schedule, calendar, from, mostOccurrences)
  return within(within(occurrences, [{ from, to }]), valid)
}
