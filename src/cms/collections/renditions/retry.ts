import { type Endpoint, Forbidden, NotFound, type PayloadRequest, type Where } from 'payload'
import { editors } from '../../access/editors'

type CollectionEndpoint = Omit<Endpoint, 'root'>

const noFailure = { code: null, detail: null }

/** `POST /api/renditions/<id>/retry`, for editors: a failed rendition waits for its turn again. Others are left as they are. */
export const retryRendition: CollectionEndpoint = {
  path: '/:id/retry',
  method: 'post',
  handler: async (req) => {
    const id = await idFor('renditions', req)
    await waitAgain({ id: { equals: id } }, req)
    return Response.json({ id }, { status: 202 })
  },
}

/**
 * `POST /api/media/<id>/retry`, for editors: a failed file is processed again, and so are its failed renditions for particular
 * screens. What did not fail is left as it is.
 */
export const retryMedia: CollectionEndpoint = {
  path: '/:id/retry',
  method: 'post',
  handler: async (req) => {
    const id = await idFor('media', req)
    const { docs } = await req.payload.update({
      collection: 'media',
      where: { id: { equals: id }, state: { equals: 'failed' } },
      data: { state: 'processing', failure: noFailure },
      depth: 0,
      req,
    })
    for (const doc of docs) {
      const input = { media: String(doc.id) }
      await req.payload.jobs.queue({ task: 'render-media', queue: 'media', input, req })
    }
    await waitAgain({ media: { equals: id } }, req)
    return Response.json({ id }, { status: 202 })
  },
}

/** The id in the address, once it is known that this person may ask and that there is such a document. */
async function idFor(collection: 'media' | 'renditions', req: PayloadRequest): Promise<string> {
  if (!(await editors({ req }))) throw new Forbidden(req.t)
  const id = String(req.routeParams?.id)
  const { totalDocs } = await req.payload.count({ collection, where: { id: { equals: id } }, req })
  if (totalDocs === 0) throw new NotFound(req.t)
  return id
}

async function waitAgain(which: Where, req: PayloadRequest) {
  await req.payload.update({
    collection: 'renditions',
    where: { and: [which, { state: { equals: 'failed' } }] },
    data: { state: 'waiting', failure: noFailure },
    depth: 0,
    req,
  })
}
