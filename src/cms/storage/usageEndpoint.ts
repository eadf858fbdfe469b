import type { Endpoint, Payload } from 'payload'
import { reserveOf, spaceState } from '../../media/space'
import type { Storage } from '../../media/storage'

type Part = { files: number; bytes: number }

/** What is stored, and what room there is. */
export type StorageUsage = {
  originals: Part
  /** All that was made from them, and what nothing refers to any more. */
  renditions: Part
  freeBytes: number
  totalBytes: number
  /** Kept free: below it no upload is taken. */
  reserveBytes: number
  state: ReturnType<typeof spaceState>
}

/** Files are counted at most this often. */
const countedForMs = 60_000

/** `GET /api/storage-usage`, for staff. The room is looked at every time, the files once a minute. */
export function usageEndpoint({ storage, now }: { storage: Storage; now: () => number }): Endpoint {
  let counted: { at: number; parts: Promise<{ originals: Part; renditions: Part }> } | undefined
  return {
    path: '/storage-usage',
    method: 'get',
    handler: async ({ payload, user }) => {
      if (!user) return Response.json({ errors: [{ message: 'Unauthorized' }] }, { status: 401 })
      if (!counted || now() - counted.at >= countedForMs) {
        const parts = count(payload, storage)
        counted = { at: now(), parts }
        // A count that failed is not told of for a minute.
        parts.catch(() => {
          counted = undefined
        })
      }
      const space = await storage.space()
      const usage: StorageUsage = {
        ...(await counted.parts),
        ...space,
        reserveBytes: reserveOf(space),
        state: spaceState(space),
      }
      return Response.json(usage, { headers: { 'Cache-Control': 'no-store' } })
    },
  }
}

async function count(payload: Payload, storage: Storage) {
  const { docs } = await payload.db.find<{ sha256?: string; ext?: string }>({
    collection: 'media',
    limit: 0,
    pagination: false,
    select: { sha256: true, ext: true },
  })
  const names = new Set(docs.map(({ sha256, ext }) => `${sha256}.${ext}`))
  const originals = { files: 0, bytes: 0 }
  const renditions = { files: 0, bytes: 0 }
  for await (const { file, bytes } of storage.list()) {
    const part = names.has(`${file.sha256}.${file.ext}`) ? originals : renditions
    part.files += 1
    part.bytes += bytes
  }
  return { originals, renditions }
}
