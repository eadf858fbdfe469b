import { formatTimeline, type Problem, parseProblem, resolve } from '../../../src/schedule'

export function parsed(input: unknown): Problem {
  const result = parseProblem(input)
  if (!result.ok) throw new Error(JSON.stringify(result.faults))
  return result.problem
}

type Printed = {
  segments: {
    from: string
    to: string
    anchor: string
    level: string
    muted: boolean
    loop: { content: string; seconds: number }[]
  }[]
  warnings: { code: string; schedules: string[]; from: string; to: string }[]
}

/**
 * A line for every segment: when it starts and ends (on another date, that date too), its level, its sound, its anchor
 * where that is earlier, and its loop.
 */
export function segmentLines(input: unknown): string[] {
  const { segments } = formatTimeline(resolve(parsed(input))) as Printed
  return segments.map(({ from, to, anchor, level, muted, loop }) => {
    const end = to.slice(0, 10) === from.slice(0, 10) ? clock(to) : `${to.slice(0, 10)} ${clock(to)}`
    const items = loop.map(({ content, seconds }) => `${content} ${seconds}`).join(', ')
    const about = [level, muted ? 'muted' : '', anchor === from ? '' : `since ${clock(anchor)}`].filter(
      Boolean,
    )
    return `${from.slice(0, 10)} ${clock(from)} to ${end}  ${about.join(' ')}${items ? `: ${items}` : ''}`
  })
}

/** A line for every warning. */
export function warningLines(input: unknown): string[] {
  const { warnings } = formatTimeline(resolve(parsed(input))) as Printed
  return warnings.map(({ code, schedules, from, to }) => {
    return [code, ...schedules, from.slice(0, 16), to.slice(0, 16)].join(' ')
  })
}

function clock(instant: string): string {
  return instant.slice(11).replace(/[+-]\d\d:\d\d$/, '')
}
