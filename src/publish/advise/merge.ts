import { type ScheduleWarning, warnedFields } from '../../cms/collections/schedules/warnings'
import type { Text } from '../../cms/i18n/text'
import { formatInstant } from '../../schedule/format'
import { type Interval, merge } from '../../schedule/interval'
import type { Snapshot } from '../snapshot'
import type { Finding } from './finding'
import { whenText } from './when'
import { displaysText, schedulesText, warningText } from './words'

export type MergeContext = {
  snapshot: Pick<Snapshot, 'displays' | 'schedules'>
  now: number
  /** How many displays the change touches, and how many were looked at. */
  touched: number
  looked: number
}

/** How many displays a warning names. */
const namedAtMost = 10

/** One warning for each thing found, whichever displays it was found on; in the order of the form's fields. */
export function mergeFindings(findings: Finding[], context: MergeContext): ScheduleWarning[] {
  const groups = new Map<string, Finding[]>()
  for (const finding of findings) {
    const key = [finding.code, finding.aspect, finding.field].join()
    groups.set(key, [...(groups.get(key) ?? []), finding])
  }
  const place = ({ field }: ScheduleWarning) => warnedFields.indexOf(field)
  return [...groups.values()]
    .map((group) => warningOf(group, context))
    .sort((a, b) => place(a) - place(b) || (a.code < b.code ? -1 : 1))
}

function warningOf(group: Finding[], { snapshot, now, touched, looked }: MergeContext): ScheduleWarning {
  const [{ code, aspect, field }] = group as [Finding]
  const ids = [...new Set(group.flatMap(({ displays }) => displays))]
  const displays = ids
    .slice(0, namedAtMost)
    .map((id) => ({ id, name: snapshot.displays.get(id)?.name ?? id }))
  const schedules = [...new Set(group.flatMap((finding) => finding.schedules))]
    .map((id) => ({ id, title: snapshot.schedules.get(id)?.title ?? id }))
    .sort((a, b) => (a.title < b.title ? -1 : 1))
  const earliest = firstOf(group)
  const [first] = earliest?.times ?? []
  const timezone = earliest?.finding.timezone ?? 'UTC'
  return {
    code,
    field,
    displays,
    displayCount: ids.length,
    schedules,
    from: first ? formatInstant(first.from, timezone) : null,
    to: first ? formatInstant(first.to, timezone) : null,
    message: warningText(code, aspect, {
      when: first && earliest ? timesText(first, earliest, now) : { zh: '', en: '' },
      displays: displaysText(
        displays.map(({ name }) => name),
        ids.length,
      ),
      schedules: schedulesText(schedules.map(({ title }) => title)),
      year: first ? Number(formatInstant(first.from, timezone).slice(0, 4)) : 0,
      looked,
      touched,
    }),
  }
}

type Earliest = { finding: Finding; times: Interval[] }

/** The finding that begins first, with its times. */
function firstOf(group: Finding[]): Earliest | null {
  const timed = group
    .map((finding) => ({ finding, times: merge(finding.intervals) }))
    .filter(({ times }) => times.length > 0)
  const startOf = ({ times }: Earliest) => times[0]?.from ?? 0
  return timed.sort((a, b) => startOf(a) - startOf(b))[0] ?? null
}

function timesText(first: Interval, { finding, times }: Earliest, now: number): Text {
  const when = whenText(first, { timezone: finding.timezone, now, range: finding.range })
  if (times.length === 1) return when
  return { zh: `${when.zh} 等 ${times.length} 段时间`, en: `${when.en} and ${times.length - 1} more times` }
}
