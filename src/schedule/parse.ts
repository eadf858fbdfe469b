import type * as z from 'zod'
import { crossFieldFaults } from './checks'
import { type Fault, pointer } from './fault'
import type { Entry, Problem } from './problem'
import { problemSchema, type RawProblem } from './schema'

export type Parsed = { ok: true; problem: Problem } | { ok: false; faults: Fault[] }

/**
 * Turns a problem as written (docs/scheduling.md, "The problem") into a typed one, with references resolved and all
 * defaults filled in. Reports every fault, in the order of the fields of the schema, then what concerns several fields.
 */
export function parseProblem(input: unknown): Parsed {
  const shape = problemSchema.safeParse(input)
  const faults = shape.success ? [] : shape.error.issues.flatMap((issue) => faultsOf(issue, input))
  faults.push(...crossFieldFaults(input))
  if (!shape.success || faults.length > 0) return { ok: false, faults }
  return { ok: true, problem: resolveReferences(shape.data) }
}

function faultsOf(issue: z.core.$ZodIssue, input: unknown): Fault[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      pointer: pointer([...issue.path, key]),
      code: 'unknown-field',
      message: `There is no field "${key}" here.`,
    }))
  }
  const missing = valueAt(input, issue.path) === undefined
  const code = issue.code === 'custom' ? String(issue.params?.code ?? 'bad-value') : 'bad-value'
  return [
    {
      pointer: pointer(issue.path),
      code: missing ? 'missing' : code,
      message: missing ? 'This field is required.' : issue.message,
    },
  ]
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  let value = input
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return undefined
    value = (value as Record<PropertyKey, unknown>)[key]
  }
  return value
}

/** Only for a problem without faults: every reference leads somewhere. */
function resolveReferences(raw: RawProblem): Problem {
  const contents = new Map(raw.contents.map((content) => [content.id, content]))
  const entriesOf = new Map(
    raw.playlists.map(({ id, entries }) => [
      id,
      entries.flatMap(({ content: contentId, seconds }): Entry[] => {
        const content = contents.get(contentId)
        if (!content) return []
        return [
          {
            content: contentId,
            ms: seconds ?? content.seconds,
            validFrom: content.validFrom ?? Number.NEGATIVE_INFINITY,
            validUntil: content.validUntil ?? Number.POSITIVE_INFINITY,
          },
        ]
      }),
    ]),
  )
  const entries = (playlist: string | null | undefined) => (playlist ? (entriesOf.get(playlist) ?? []) : [])
  const schedules = raw.schedules.map(
    ({ playlist, rrule, timezone, start, end, playsPerHour, ...schedule }) => ({
      ...schedule,
      entries: entries(playlist),
      rule: rrule ?? null,
      timezone: timezone ?? raw.display.timezone,
      start: start ?? null,
      end: end ?? null,
      playsPerHour: playsPerHour ?? null,
    }),
  )
  return {
    from: raw.from,
    to: raw.to,
    display: { ...raw.display, filler: entries(raw.display.filler) },
    calendar: raw.calendar ?? { holidays: new Set(), workdays: new Set() },
    schedules: schedules.sort((a, b) => compareCodeUnits(a.id, b.id)),
  }
}

/** The order of ids wherever ids are sorted. */
export function compareCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
