import type { UploadConfig } from 'payload'
import { fileResponse } from './fileResponse'
import type { MediaOptions } from './options'

type Handler = NonNullable<UploadConfig['handlers']>[number]

/** Answers `GET /api/media/file/<filename>` with the original. Payload has checked read access before. */
export function serveOriginal({ storage }: Pick<MediaOptions, 'storage'>): Handler {
  return async (req, { params }) => {
    const where = { filename: { equals: params.filename } }
    const { docs } = await req.payload.find({
      collection: 'media',
      where,
      limit: 1,
      depth: 0,
      overrideAccess: true,
      req,
    })
    const [doc] = docs
    if (!doc) return new Response(null, { status: 404 })
    return fileResponse(
      req,
      storage,
      { sha256: String(doc.sha256), ext: String(doc.ext) },
      String(doc.mimeType),
    )
  }
}
