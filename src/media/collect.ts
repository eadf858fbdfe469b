import { contentName, type ListedFile } from './storage'

const dayMs = 86_400_000

/** How long a file stays that nothing refers to any more. */
export const graceMs = 7 * dayMs
/** How long a rendition stays that no display needs. */
export const neededForMs = 30 * dayMs

type FileReference = { sha256?: string | null; ext?: string | null }

export type References = {
  /** The media documents: each with its original, and with what was made of it for the office. */
  media: Iterable<FileReference & { renditions?: readonly FileReference[] | null }>
  /** The documents of what was made for particular screens. */
  renditions: Iterable<FileReference>
}

/** The names (`<sha256>.<ext>`) of all files that some document refers to. Approved, in review or a draft makes no difference. */
export function referencedFiles({ media, renditions }: References): Set<string> {
  const names = new Set<string>()
  const add = ({ sha256, ext }: FileReference) => {
    if (sha256 && ext) names.add(`${sha256}.${ext}`)
  }
  for (const document of media) {
    add(document)
    for (const made of document.renditions ?? []) add(made)
  }
  for (const document of renditions) add(document)
  return names
}

/**
 * How long a file must have been without a reference: no manifest that named it, and no address in one, is valid by then.
 * `horizonDays` of the display that looks furthest ahead.
 */
export function graceFor(horizonDays: number): number {
  return Math.max(graceMs, (horizonDays + 1) * dayMs)
}

/** When each file without a reference was first seen so, UTC ms, by name. */
export type Unreferenced = ReadonlyMap<string, number>

/**
 * What of the store may go, and what to remember for the next time. A file goes that nothing refers to, that was seen so at least
 * `grace` ms ago, and that nobody handed in since.
 */
export function collectable(input: {
  listed: Iterable<ListedFile>
  referenced: ReadonlySet<string>
  unreferenced: Unreferenced
  grace: number
  /** UTC ms. */
  now: number
}): { remove: ListedFile[]; unreferenced: Map<string, number> } {
  const { listed, referenced, now, grace } = input
  const remove: ListedFile[] = []
  const unreferenced = new Map<string, number>()
  for (const found of listed) {
    const name = contentName(found.file)
    if (referenced.has(name)) continue
    // One that was handed in again meanwhile had a reference then.
    const since = Math.max(Math.min(input.unreferenced.get(name) ?? now, now), found.modified)
    unreferenced.set(name, since)
    if (since <= now - grace) remove.push(found)
  }
  return { remove, unreferenced }
}

type Rendition = {
  id: string
  neededAt?: string | null
  updatedAt: string
  key: string
}

/** The renditions that no display has needed for so long that they may go. `needed`: the keys of those that some needs now. */
export function staleRenditions<T extends Rendition>(
  renditions: Iterable<T>,
  { needed, now }: { needed: ReadonlySet<string>; now: number },
): T[] {
  return [...renditions].filter(
    ({ key, neededAt, updatedAt }) =>
      !needed.has(key) && Date.parse(neededAt ?? updatedAt) < now - neededForMs,
  )
}
