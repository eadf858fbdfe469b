import { read, type StoredFile, type StoredPart, walk, write } from './database'

/** The display's files: whole ones, whose SHA-256 was checked, and parts of those on their way. */
export type Files = {
  has(sha256: string): boolean
  /** Every whole file's hash. */
  list(): string[]
  cachedBytes(): number
  open(sha256: string): Promise<Blob | null>
  put(file: StoredFile): Promise<void>
  remove(sha256: string): Promise<void>
  /** Notes when files were needed last, so that the least recently needed goes first. */
  needed(sha256: string[], at: number): void
  /** The least recently needed file that is not one of `keep`, or null. */
  expendable(keep: Set<string>): string | null
  parts(sha256: string): Promise<Blob[]>
  addPart(part: StoredPart): Promise<void>
  dropParts(sha256: string): Promise<void>
}

/** Opens the store and reads its index; the blobs themselves stay on disk. */
export async function openFiles(database: IDBDatabase): Promise<Files> {
  const index = new Map<string, { bytes: number; neededAt: number }>()
  await walk<StoredFile>(database, 'files', null, ({ sha256, bytes, neededAt }) => {
    index.set(sha256, { bytes, neededAt })
    return true
  })

  const dropParts = (sha256: string) =>
    write(database, 'parts', (store) => {
      store.delete(partsOf(sha256))
    })

  return {
    has: (sha256) => index.has(sha256),
    list: () => Array.from(index.keys()),
    cachedBytes() {
      let total = 0
      index.forEach(({ bytes }) => {
        total += bytes
      })
      return total
    },
    async open(sha256) {
      const file = await read<StoredFile | undefined>(database, 'files', (store) => store.get(sha256))
      return file ? file.blob : null
    },
    async put(file) {
      await write(database, 'files', (store) => {
        store.put(file)
      })
      index.set(file.sha256, { bytes: file.bytes, neededAt: file.neededAt })
    },
    async remove(sha256) {
      index.delete(sha256)
      await write(database, 'files', (store) => {
        store.delete(sha256)
      })
      await dropParts(sha256)
    },
    needed(hashes, at) {
      for (const sha256 of hashes) {
        const entry = index.get(sha256)
        if (entry) entry.neededAt = Math.max(entry.neededAt, at)
      }
    },
    expendable(keep) {
      let oldest: string | null = null
      let oldestAt = Number.MAX_VALUE
      index.forEach(({ neededAt }, sha256) => {
        if (keep.has(sha256) || neededAt >= oldestAt) return
        oldest = sha256
        oldestAt = neededAt
      })
      return oldest
    },
    async parts(sha256) {
      const parts: Blob[] = []
      await walk<StoredPart>(database, 'parts', partsOf(sha256), ({ index: at, blob }) => {
        if (at !== parts.length) return false
        parts.push(blob)
        return true
      })
      return parts
    },
    addPart: (part) =>
      write(database, 'parts', (store) => {
        store.put(part)
      }),
    dropParts,
  }
}

function partsOf(sha256: string): IDBKeyRange {
  return IDBKeyRange.bound([sha256, 0], [sha256, Number.MAX_SAFE_INTEGER])
}
