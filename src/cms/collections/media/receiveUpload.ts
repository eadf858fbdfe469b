import { rm, writeFile } from 'node:fs/promises'
import type { CollectionBeforeOperationHook, PayloadRequest } from 'payload'
import { MediaFault } from '../../../media/faults'
import { inspect } from '../../../media/inspect'
import type { Storage } from '../../../media/storage'
import { asApiError } from './asApiError'
import type { MediaOptions } from './options'
import { pendingUpload, setPendingUpload } from './pendingUpload'
import { uploadName } from './uploadName'

/**
 * Inspects the upload before anything is stored, and takes it out of Payload's hands: Payload would read it into memory,
 * re-encode some images, and refuse by its own rules. Throws an APIError with `data.code` from the faults table.
 */
export function receiveUpload({ storage, tools, maxBytes }: MediaOptions): CollectionBeforeOperationHook {
  return async ({ args, collection, operation, overrideAccess, req }) => {
    if (operation === 'update' && req.file) {
      await discard(req)
      throw asApiError(new MediaFault('media-fixed'), req)
    }
    // With one pending, `createMedia` has inspected it already.
    if (operation !== 'create' || pendingUpload(req)) return args
    // Payload refuses it next; no work is done for who may not upload.
    if (!overrideAccess && !(await collection.access.create({ req }))) return args

    try {
      const { path, name } = await takeFile(req, storage)
      const inspected = await inspect(path, { tools, maxBytes }).catch(async (error) => {
        await rm(path, { force: true })
        throw error
      })
      setPendingUpload(req, { ...inspected, path, filename: await uploadName(name, req), added: null })
    } catch (error) {
      throw error instanceof MediaFault ? asApiError(error, req) : error
    }
    // A form may bring the file and nothing else.
    return { ...args, data: (args as { data?: object }).data ?? {} }
  }
}

/** The upload as a temporary file of the store; the request has none afterwards. */
async function takeFile(req: PayloadRequest, storage: Storage) {
  const { file } = req
  // With an address beside the file, Payload would fetch that instead.
  if (!file || req.data?.url) throw new MediaFault('media-missing')
  delete req.file
  if (file.tempFilePath) return { path: file.tempFilePath, name: file.name }
  const path = await storage.temporaryPath('upload')
  await writeFile(path, file.data)
  return { path, name: file.name }
}

async function discard(req: PayloadRequest) {
  if (req.file?.tempFilePath) await rm(req.file.tempFilePath, { force: true })
  delete req.file
}
