import { civilOf, DAY_MS, weekdayOf } from '../../../../schedule/day'
import { readWallTime } from '../../../../schedule/texts'
import { type Choices, type Ending, type Kind, never } from './choices'
import { writeRule } from './writeRule'

/**
 * What a kind begins with when it is chosen in the place of `current`: the days of `start` (a wall time), and the interval and end that
 * were chosen already where the kind has them.
 */
export function initialChoices(kind: Kind, current: Choices, start: string): Choices {
  const day = Math.floor((readWallTime(start) ?? 0) / DAY_MS)
  const date = civilOf(day)
  const ending: Ending = 'ending' in current ? current.ending : never
  switch (kind) {
    case 'daily':
      return { kind, interval: 1, ending }
    case 'weekly':
      return { kind, interval: 1, weekdays: [weekdayOf(day)], ending }
    case 'monthly':
      return { kind, interval: 1, on: { by: 'date', dates: [date.day] }, ending }
    case 'yearly':
      return { kind, interval: 1, months: [date.month], on: { by: 'date', dates: [date.day] }, ending }
    case 'workingDays':
      return { kind, ending: ending.by === 'count' ? never : ending }
    case 'dates':
      return { kind }
    case 'custom':
      return { kind, text: writeRule(current) ?? 'FREQ=DAILY' }
  }
}
