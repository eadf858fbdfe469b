import type { Endpoint } from 'payload'

export type FolderCounts = {
  total: number
  /** In no folder. */
  unfiled: number
  /** By title. */
  folders: { id: string; title: string; count: number }[]
}

/** `GET /api/media-folders/counts`: every folder with how many media files lie in it. */
export const countsEndpoint: Omit<Endpoint, 'root'> = {
  path: '/counts',
  method: 'get',
  handler: async ({ payload, user }) => {
    if (!user) return Response.json({ errors: [{ message: 'Unauthorized' }] }, { status: 401 })
    const all = { limit: 0, pagination: false } as const
    const { docs: media } = await payload.db.find<{ folder?: string | null }>({
      collection: 'media',
      select: { folder: true },
      ...all,
    })
    const { docs: folders } = await payload.db.find<{ id: string; title: string }>({
      collection: 'media-folders',
      sort: 'title',
      select: { title: true },
      ...all,
    })
    const filed = new Map<string, number>()
    for (const { folder } of media)
      if (folder) filed.set(String(folder), (filed.get(String(folder)) ?? 0) + 1)
    const counts: FolderCounts = {
      total: media.length,
      unfiled: media.filter(({ folder }) => !folder).length,
      folders: folders.map(({ id, title }) => ({ id: String(id), title, count: filed.get(String(id)) ?? 0 })),
    }
    return Response.json(counts, { headers: { 'Cache-Control': 'no-store' } })
  },
}
