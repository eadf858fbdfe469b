import { randomBytes } from 'node:crypto'
import { Server as TusServer, type Upload } from '@tus/server'
import type { PayloadRequest } from 'payload'
import { createMedia } from '../../cms/collections/media/createMedia'
import type { MediaOptions } from '../../cms/collections/media/options'
import { cleanName } from '../../cms/collections/media/uploadName'
import { languageOf } from '../../cms/i18n/text'
import type { Media } from '../../cms/payload-types'
import { problemOf, type UploadProblem } from './faults'
import { PartialStore } from './partial-store'

export type UploadDeskOptions = {
  /** Where uploads that are not whole are kept; on the volume of the store. */
  directory: string
  /** Where the router is mounted. */
  path: string
  media: MediaOptions
  logError: (error: unknown) => void
}

/** What came of a whole file: the document, new or there before, or why it was refused. */
export type Outcome =
  | { ok: true; doc: Media; duplicate: boolean; message: string | null }
  | { ok: false; problem: UploadProblem }

type Known = { owner: string; bytes: number; outcome: Outcome }

export type UploadDesk = {
  tus: TusServer
  /** Whose upload it is, and whether it has become what it was to be; null where there is none. */
  look(id: string): Promise<{ owner: string; bytes: number; isDone: boolean } | null>
  /** Takes a whole upload over as a media document, once, however often it is asked. Null where it is not whole. */
  finish(id: string, req: PayloadRequest): Promise<Outcome | null>
  forget(id: string): void
  /** Says who sends a request to `tus`. */
  introduce(request: Request, req: PayloadRequest): void
  /** Removes what was abandoned; `starting` also what a crash left half made. */
  tidy(now: number, options?: { starting: boolean }): Promise<void>
}

/** How long an upload that nobody goes on with is kept. */
const abandonedAfterMs = 48 * 3_600_000
/** Outcomes are remembered for who lost the answer; the documents are in the database anyway. */
const outcomesKept = 500
/** As the field `alt` has it. */
const longestAlt = 200

/** Resumable uploads by tus 1.0 that become media documents. The files of one process: a second one needs its own folder. */
export function uploadDesk({ directory, path, media, logError }: UploadDeskOptions): UploadDesk {
  const store = new PartialStore(directory)
  const senders = new WeakMap<Request, PayloadRequest>()
  const finishing = new Map<string, Promise<Outcome | null>>()
  const known = new Map<string, Known>()

  const tus = new TusServer({
    path,
    datastore: store,
    maxSize: media.maxBytes,
    relativeLocation: true,
    allowedOrigins: [],
    namingFunction: () => randomBytes(16).toString('hex'),
    async onUploadCreate(request, { metadata }) {
      const { filename, alt, folder } = metadata ?? {}
      const told = {
        filename: cleanName(filename ?? ''),
        alt: (alt ?? '').slice(0, longestAlt),
        folder: folder ?? '',
      }
      return { metadata: { ...told, owner: ownerOf(senderOf(request)) } }
    },
    async onUploadFinish(request, { id }) {
      const outcome = await finish(id, senderOf(request))
      return outcome ? tusAnswer(outcome, request.method === 'POST' ? 201 : 200) : {}
    },
  })

  return {
    tus,
    look,
    finish,
    forget: (id) => void known.delete(id),
    introduce: (request, req) => void senders.set(request, req),
    async tidy(now, { starting } = { starting: false }) {
      await store.tidy({ before: now - abandonedAfterMs, starting })
    },
  }

  function senderOf(request: Request) {
    const req = senders.get(request)
    if (!req) throw new Error('an upload that nobody sends')
    return req
  }

  async function look(id: string) {
    const done = known.get(id)
    if (done) return { owner: done.owner, bytes: done.bytes, isDone: true }
    const upload = await find(id)
    if (!upload) return null
    return { owner: String(upload.metadata?.owner), bytes: upload.size ?? 0, isDone: false }
  }

  async function find(id: string): Promise<Upload | null> {
    return store.getUpload(id).catch((error: { status_code?: number }) => {
      if (error.status_code === 404 || error.status_code === 410) return null
      throw error
    })
  }

  async function finish(id: string, req: PayloadRequest): Promise<Outcome | null> {
    const done = known.get(id)
    if (done) return done.outcome
    const running = finishing.get(id) ?? takeOver(id, req).finally(() => finishing.delete(id))
    finishing.set(id, running)
    return running
  }

  async function takeOver(id: string, req: PayloadRequest): Promise<Outcome | null> {
    const upload = await find(id)
    if (!upload || upload.offset !== upload.size) return null
    const outcome = await outcomeOf(upload, req)
    // What the server could not do may be asked for again: the bytes stay.
    if (!outcome.ok && outcome.problem.status >= 500) return outcome
    remember(id, { owner: String(upload.metadata?.owner), bytes: upload.size, outcome })
    await store.remove(id)
    return outcome
  }

  async function outcomeOf({ id, size = 0, metadata }: Upload, req: PayloadRequest): Promise<Outcome> {
    try {
      const file = await media.storage.temporaryPath('upload')
      await store.linkTo(id, file)
      const { filename, alt, folder } = metadata ?? {}
      const data = {
        ...(alt && { alt }),
        // A file that came so far is not refused for a folder that is gone.
        ...(folder && (await isFolder(folder, req)) && { folder }),
      }
      const sha256 = store.takeDigest(id, size)
      const { doc, isNew } = await createMedia({
        ...media,
        req,
        file: { path: file, name: filename ?? '', sha256 },
        data,
      })
      return { ok: true, doc, duplicate: !isNew, message: isNew ? null : alreadyThere(doc, req) }
    } catch (error) {
      const problem = problemOf(error, req.i18n)
      if (problem.status >= 500) logError(error)
      return { ok: false, problem }
    }
  }

  function remember(id: string, outcome: Known) {
    known.set(id, outcome)
    const [oldest] = known.keys()
    if (known.size > outcomesKept && oldest !== undefined) known.delete(oldest)
  }
}

/** The answer to the request that brought the last byte. */
function tusAnswer(outcome: Outcome, status: number) {
  const body = outcome.ok ? bodyOf(outcome) : outcome.problem
  return {
    status_code: outcome.ok ? status : outcome.problem.status,
    headers: { 'Content-Type': outcome.ok ? 'application/json' : 'application/problem+json' },
    body: JSON.stringify(body),
  }
}

/** What is told of a document that an upload came to. */
export function bodyOf({ doc, duplicate, message }: Extract<Outcome, { ok: true }>) {
  return { doc, duplicate, message }
}

export function ownerOf(req: PayloadRequest): string {
  return String(req.user?.id)
}

function alreadyThere({ filename }: Media, { i18n }: PayloadRequest) {
  return languageOf(i18n) === 'en'
    ? `This file was uploaded before: ${filename}`
    : `这个文件已上传过：${filename}`
}

async function isFolder(id: string, req: PayloadRequest) {
  const found = await req.payload.findByID({
    collection: 'media-folders',
    id,
    depth: 0,
    disableErrors: true,
    overrideAccess: false,
    req,
  })
  return found !== null
}
