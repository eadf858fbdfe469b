import type { Endpoint } from 'payload'
import type { Rendition } from '../../../media/render'
import { fileResponse } from './fileResponse'
import type { MediaOptions } from './options'

/** `GET /api/media/<id>/renditions/<purpose>`: a rendition for staff, whatever its review status. */
export function renditionEndpoint({ storage }: Pick<MediaOptions, 'storage'>): Omit<Endpoint, 'root'> {
  return {
    path: '/:id/renditions/:purpose',
    method: 'get',
    handler: async (req) => {
      const { id, purpose } = req.routeParams as { id: string; purpose: string }
      const doc = await req.payload.findByID({
        collection: 'media',
        id,
        depth: 0,
        overrideAccess: false,
        req,
      })
      const renditions = (doc.renditions ?? []) as Rendition[]
      const rendition = renditions.find((made) => made.purpose === purpose)
      if (!rendition) return new Response(null, { status: 404 })
      return fileResponse(req, storage, rendition, rendition.mimeType)
    },
  }
}
