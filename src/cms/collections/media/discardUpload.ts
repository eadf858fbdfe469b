import { rm } from 'node:fs/promises'
import type { AfterErrorHook, CollectionAfterErrorHook, PayloadRequest } from 'payload'
import { MediaFault, mediaFaults } from '../../../media/faults'
import { languageOf } from '../../i18n/text'
import type { MediaOptions } from './options'
import { pendingUpload, setPendingUpload } from './pendingUpload'

/**
 * After a refused upload nothing is left: neither the temporary file nor an original that no document has. It is a hook of
 * the collection, and of the whole configuration for files sent where none belong. What the parser refuses, and a store that does
 * not answer, get the words and the code of the faults table.
 */
export function discardUpload({
  storage,
}: Pick<MediaOptions, 'storage'>): AfterErrorHook & CollectionAfterErrorHook {
  return async ({ error, req, result }) => {
    await discard(req, storage)
    const fault = hasCode(result) ? null : faultOf(error)
    if (!fault) return
    const message = mediaFaults[fault.code][languageOf(req.i18n)]
    return {
      response: { errors: [{ name: 'APIError', message, data: { code: fault.code } }] },
      status: fault.status,
    }
  }
}

/** What the form's parser (busboy) says of a form that is cut short, or has a zero byte in a name. */
const formFaults = ['Malformed part header', 'Unexpected end of form', 'Multipart: Boundary not found']

function faultOf(error: Error & { status?: number }): MediaFault | null {
  if (error instanceof MediaFault) return error
  if (error.status === 413) return new MediaFault('media-too-large')
  return formFaults.includes(error.message) ? new MediaFault('media-form-invalid') : null
}

async function discard(req: PayloadRequest, storage: MediaOptions['storage']) {
  const sent = Object.values(req.files ?? {}).flat()
  const paths = [req.file, ...sent].flatMap((file) => file?.tempFilePath || [])
  await Promise.all(paths.map((path) => rm(path, { force: true })))
  const path = pendingUpload(req)?.path
  if (path) await discardPending(req, { storage, path })
}

/** Removes the temporary file at `path`, and the original that the request stored if no document came of it. */
export async function discardPending(
  req: PayloadRequest,
  { storage, path }: Pick<MediaOptions, 'storage'> & { path: string },
): Promise<void> {
  await rm(path, { force: true })
  const upload = pendingUpload(req)
  if (!upload) return
  setPendingUpload(req, undefined)
  if (!upload.added) return
  const where = { sha256: { equals: upload.sha256 } }
  const { totalDocs } = await req.payload.count({ collection: 'media', where, overrideAccess: true })
  if (totalDocs === 0) await storage.remove(upload)
}

function hasCode(result: unknown) {
  const [first] = (result as { errors?: { data?: { code?: string } }[] })?.errors ?? []
  return first?.data?.code !== undefined
}
