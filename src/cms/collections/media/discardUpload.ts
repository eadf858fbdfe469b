import { rm } from 'node:fs/promises'
import type { AfterErrorHook, CollectionAfterErrorHook, PayloadRequest } from 'payload'
import { MediaFault, mediaFaults } from '../../../media/faults'
import { languageOf } from '../../i18n/text'
import type { MediaOptions } from './options'
import { pendingUpload, setPendingUpload } from './pendingUpload'

/**
 * After a refused upload nothing is left: neither the temporary file nor an original that no document has. It is a hook of
 * the collection, and of the whole configuration for files sent where none belong. The parser's own refusal of a body over
 * the limit gets the words and the code of the faults table.
 */
export function discardUpload({
  storage,
}: Pick<MediaOptions, 'storage'>): AfterErrorHook & CollectionAfterErrorHook {
  return async ({ error, req, result }) => {
    await discard(req, storage)
    if ((error as { status?: number }).status !== 413 || hasCode(result)) return
    const fault = new MediaFault('media-too-large')
    const message = mediaFaults[fault.code][languageOf(req.i18n)]
    return {
      response: { errors: [{ name: 'APIError', message, data: { code: fault.code } }] },
      status: fault.status,
    }
  }
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
