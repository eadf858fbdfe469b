/** What was last signed for a display: kept, so that a restart signs nothing anew. */
export type Revision = { revision: number; sha256: string }

export type RevisionStore = {
  /** Null where nothing was signed for that display yet. */
  last(display: string): Promise<Revision | null>
  save(display: string, revision: Revision): Promise<void>
}

/**
 * Numbers the manifests of each display: the number changes only with its hash, and is max(the last + 1, now in ms), so that it
 * moves forward even where a backup was restored. A number is kept before it is handed out. The last one is read when a manifest is
 * first signed: after a restart most displays still have theirs, and ask for none.
 */
export function revisionBook(store: RevisionStore) {
  const known = new Map<string, Revision>()
  const saving = new Map<string, Promise<Revision>>()

  async function next(display: string, sha256: string, now: number): Promise<Revision> {
    const last = known.get(display) ?? (await store.last(display))
    if (last) known.set(display, last)
    if (last?.sha256 === sha256) return last
    const revision = { revision: Math.max((last?.revision ?? 0) + 1, now), sha256 }
    await store.save(display, revision)
    known.set(display, revision)
    return revision
  }

  return {
    /** The revision under which that display gets the manifest of that hash. */
    async of(display: string, sha256: string, now: number): Promise<Revision> {
      const before = saving.get(display)
      const mine = (before ?? Promise.resolve()).then(
        () => next(display, sha256, now),
        () => next(display, sha256, now),
      )
      saving.set(display, mine)
      try {
        return await mine
      } finally {
        if (saving.get(display) === mine) saving.delete(display)
      }
    },
  }
}

export type RevisionBook = ReturnType<typeof revisionBook>
