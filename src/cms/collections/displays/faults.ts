import { parseProblem } from '../../../schedule'
import { coreFaults } from '../../faults/coreFaults'
import type { DocumentFault } from '../../faults/fault'

type Hours = { days?: unknown; from?: unknown; to?: unknown }[] | null

/** A display as it is about to be saved. */
export type DisplayDraft = {
  timezone?: unknown
  operatingHours?: Hours
  quietHours?: Hours
  horizonDays?: number | null
  pollSeconds?: number | null
}

/** All that the scheduler would find fault with, and numbers that are not whole. */
export function displayFaults(display: DisplayDraft): DocumentFault[] {
  const parsed = parseProblem({
    version: 1,
    from: '2000-01-01T00:00:00Z',
    to: '2000-01-02T00:00:00Z',
    display: {
      id: 'display',
      timezone: display.timezone,
      operatingHours: withoutRowIds(display.operatingHours),
      quietHours: withoutRowIds(display.quietHours),
    },
  })
  return [...(parsed.ok ? [] : coreFaults(parsed.faults, '/display')), ...wholeFaults(display)]
}

function withoutRowIds(hours: Hours | undefined) {
  return (hours ?? []).map(({ days, from, to }) => ({ days: days ?? null, from, to }))
}

function wholeFaults(display: DisplayDraft): DocumentFault[] {
  return (['horizonDays', 'pollSeconds'] as const)
    .filter((path) => display[path] != null && !Number.isInteger(display[path]))
    .map((path) => ({ path, code: 'not-whole' }))
}
