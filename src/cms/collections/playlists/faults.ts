import type { DocumentFault } from '../../faults/fault'
import { isAiringSeconds } from '../../faults/seconds'

export type PlaylistDraft = { entries?: { seconds?: number | null }[] | null }

/** All that is wrong with a playlist: it is empty, or an entry lasts an impossible time. */
export function playlistFaults({ entries }: PlaylistDraft): DocumentFault[] {
  if (!entries || entries.length === 0) return [{ path: 'entries', code: 'entries-required' }]
  return entries.flatMap(({ seconds }, index) =>
    seconds == null || isAiringSeconds(seconds)
      ? []
      : [{ path: `entries.${index}.seconds`, code: 'seconds-out-of-range' as const }],
  )
}
