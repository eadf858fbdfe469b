import type { Entry } from './problem'

/** What of a playlist is playable at an instant. Equal keys mean the same entries. */
export type Playable = { key: string; count: number; entries(): Entry[] }

/** The instants at which what is playable may change, in any order. */
export function playableChanges(playlist: Entry[]): Set<number> {
  const changes = new Set<number>()
  for (const { validFrom, validUntil } of playlist) {
    if (Number.isFinite(validFrom)) changes.add(validFrom)
    if (Number.isFinite(validUntil)) changes.add(validUntil)
  }
  return changes
}

/**
 * The key is how many entries are playable and when the first of them ends, which no two sets of a playlist share: what
 * is playable at the earlier of two such instants lasts beyond the later one, and there are no more then.
 */
export function playableAt(playlist: Entry[], instant: number): Playable {
  let count = 0
  let end = Number.POSITIVE_INFINITY
  for (const entry of playlist) {
    if (!isPlayable(entry, instant)) continue
    count += 1
    if (entry.validUntil < end) end = entry.validUntil
  }
  let entries: Entry[] | null = count === playlist.length ? playlist : null
  return {
    key: `${count}/${end}`,
    count,
    entries() {
      entries ??= playlist.filter((entry) => isPlayable(entry, instant))
      return entries
    },
  }
}

function isPlayable({ validFrom, validUntil }: Entry, instant: number): boolean {
  return validFrom <= instant && instant < validUntil
}
