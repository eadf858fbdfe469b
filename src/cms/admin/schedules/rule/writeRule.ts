import { type Choices, type Ending, type MonthDays, noDates } from './choices'

const weekdayCodes = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const

/**
 * The RRULE of what was chosen; null for every date. What is typed only in part is written in part, so that saving finds fault with it
 * and nothing else is saved in its place.
 */
export function writeRule(choices: Choices): string | null {
  switch (choices.kind) {
    case 'daily':
    case 'workingDays': {
      const interval = choices.kind === 'daily' ? choices.interval : 1
      if (interval === 1 && choices.ending.by === 'never') return null
      return join('DAILY', interval, [], choices.ending)
    }
    case 'weekly': {
      const days = sorted(choices.weekdays).map((day) => weekdayCodes[day])
      return join('WEEKLY', choices.interval, [['BYDAY', days]], choices.ending)
    }
    case 'monthly':
      return join('MONTHLY', choices.interval, [monthDays(choices.on)], choices.ending)
    case 'yearly': {
      const months: Part = ['BYMONTH', sorted(choices.months)]
      return join('YEARLY', choices.interval, [months, monthDays(choices.on)], choices.ending)
    }
    case 'dates':
      return noDates
    case 'custom':
      return choices.text.trim() === '' ? null : choices.text
  }
}

type Part = [name: string, values: unknown[]]

function join(freq: string, interval: number, parts: Part[], ending: Ending): string {
  return [
    `FREQ=${freq}`,
    ...(interval === 1 ? [] : [`INTERVAL=${number(interval)}`]),
    ...parts.filter(([, values]) => values.length > 0).map(([name, values]) => `${name}=${values}`),
    ...end(ending),
  ].join(';')
}

function end(ending: Ending): string[] {
  if (ending.by === 'date') return [`UNTIL=${ending.date.replaceAll('-', '')}`]
  return ending.by === 'count' ? [`COUNT=${number(ending.count)}`] : []
}

function monthDays(on: MonthDays): Part {
  if (on.by === 'date') return ['BYMONTHDAY', sorted(on.dates)]
  const days = sorted(on.nths).flatMap((nth) =>
    sorted(on.weekdays).map((day) => `${nth}${weekdayCodes[day]}`),
  )
  return ['BYDAY', days]
}

function number(value: number): string {
  return Number.isNaN(value) ? '' : String(value)
}

/** Ascending; places counted from the end come last. */
function sorted(values: readonly number[]): number[] {
  const place = (value: number) => (value < 0 ? value + 1000 : value)
  return [...values].sort((a, b) => place(a) - place(b))
}
