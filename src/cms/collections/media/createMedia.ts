import { rm } from 'node:fs/promises'
import type { PayloadRequest } from 'payload'
import { inspect } from '../../../media/inspect'
import type { Media } from '../../payload-types'
import { discardPending } from './discardUpload'
import type { MediaOptions } from './options'
import { setPendingUpload } from './pendingUpload'
import { uploadName } from './uploadName'

export type FinishedFile = {
  /** A temporary file of the store: it is gone afterwards, whatever comes of it. */
  path: string
  /** As the user named it. */
  name: string
  /** Where it is known already; else it is worked out. */
  sha256: string | null
}

export type CreateMediaOptions = MediaOptions & {
  req: PayloadRequest
  file: FinishedFile
  data: { alt?: string; folder?: string }
}

/**
 * Makes the media document of a file that has arrived whole, as the person who asks: the same inspection and the same words as
 * for a multipart upload. A file that is there already is not made again: `isNew` is false, and the document is the one that has it.
 * Throws MediaFault, and what `payload.create` throws.
 */
export async function createMedia(options: CreateMediaOptions): Promise<{ doc: Media; isNew: boolean }> {
  const { req, file, tools, maxBytes, storage } = options
  const known = file.sha256 ? { sha256: file.sha256 } : {}
  const inspected = await inspect(file.path, { tools, maxBytes, ...known }).catch(async (error) => {
    await rm(file.path, { force: true })
    throw error
  })
  return oneAtATime(async () => {
    try {
      const there = await mediaOf(inspected.sha256, req)
      if (there) return { doc: there, isNew: false }
      const { path, name } = file
      // Before the transaction: into a bucket it takes a while, and nobody could save anything meanwhile.
      const { added } = await storage.adopt(path, inspected)
      setPendingUpload(req, { ...inspected, path, filename: await uploadName(name, req), added })
      const data = options.data as Media
      const doc = await req.payload.create({
        collection: 'media',
        data,
        depth: 0,
        req,
        overrideAccess: false,
      })
      return { doc, isNew: true }
    } finally {
      await discardPending(req, { storage, path: file.path })
    }
  })
}

/** The first document that has the file with this digest and can be used, or null. */
export async function mediaOf(sha256: string, req: PayloadRequest): Promise<Media | null> {
  const { docs } = await req.payload.find({
    collection: 'media',
    where: { sha256: { equals: sha256 }, state: { not_equals: 'failed' } },
    sort: 'createdAt',
    limit: 1,
    depth: 0,
    overrideAccess: false,
    req,
  })
  return docs[0] ?? null
}

let last: Promise<unknown> = Promise.resolve()

/** Of two files that arrive at once under one name, or with the same bytes, the second must see the first. */
function oneAtATime<T>(work: () => Promise<T>): Promise<T> {
  const mine = last.then(work, work)
  last = mine.catch(() => undefined)
  return mine
}
