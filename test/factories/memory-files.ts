import type { Files } from '../../displays/store/files'

/** Files in memory, refused with the browsers' own error beyond `capacity` bytes. */
export function memoryFiles(capacity = Number.MAX_VALUE): Files & { whole: Map<string, Blob> } {
  const whole = new Map<string, Blob>()
  const parts = new Map<string, Blob[]>()
  const needed = new Map<string, number>()
  function used() {
    const blobs = [...whole.values(), ...[...parts.values()].flat()]
    return blobs.reduce((total, blob) => total + blob.size, 0)
  }
  function claim(bytes: number) {
    if (used() + bytes > capacity) throw Object.assign(new Error('full'), { name: 'QuotaExceededError' })
  }
  return {
    whole,
    has: (sha256) => whole.has(sha256),
    list: () => [...whole.keys()],
    cachedBytes: used,
    open: async (sha256) => whole.get(sha256) ?? null,
    async put({ sha256, blob, neededAt }) {
      claim(blob.size)
      whole.set(sha256, blob)
      needed.set(sha256, neededAt)
    },
    async remove(sha256) {
      whole.delete(sha256)
      parts.delete(sha256)
    },
    needed(hashes, at) {
      for (const sha256 of hashes) needed.set(sha256, at)
    },
    expendable(keep) {
      const free = [...whole.keys()].filter((sha256) => !keep.has(sha256))
      return free.sort((a, b) => (needed.get(a) ?? 0) - (needed.get(b) ?? 0))[0] ?? null
    },
    parts: async (sha256) => parts.get(sha256) ?? [],
    async addPart({ sha256, blob }) {
      claim(blob.size)
      parts.set(sha256, [...(parts.get(sha256) ?? []), blob])
    },
    async dropParts(sha256) {
      parts.delete(sha256)
    },
  }
}
