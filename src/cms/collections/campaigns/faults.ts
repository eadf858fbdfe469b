import type { DocumentFault } from '../../faults/fault'

/** A campaign's last day may be its first, not an earlier one. */
export function campaignFaults({
  start,
  end,
}: {
  start?: string | null
  end?: string | null
}): DocumentFault[] {
  if (!start || !end || Date.parse(start) <= Date.parse(end)) return []
  return [{ path: 'end', code: 'campaign-end-before-start' }]
}
