import { type DetailedError, defaultOptions, Upload } from 'tus-js-client'
import type { Language } from '../../../i18n/text'
import type { Arrived, SendEvents, Sending, UploadItem } from './queue'
import { bytesText, faultTexts } from './words'

export type SenderOptions = {
  /** Where uploads are begun. */
  endpoint: string
  /** Whose they are: on a shared computer nobody goes on with another's. */
  user: string
  maxBytes: number
  language: Language
}

/** An upload that was begun in this browser and has not arrived. */
export type Unfinished = { key: string; url: string; name: string; bytes: number; begun: string }

/** A proxy that takes bodies of 16 MB is enough, and what a broken line loses is little. */
const chunkBytes = 8 * 2 ** 20
const retryDelaysMs = [0, 1_000, 3_000, 5_000, 10_000, 20_000]
/** The server forgets them then. */
const keptHours = 48

/** Sends a file by tus; the same file again, by name, size and time, goes on where it was. */
export function sendFile(
  { file, folder }: Pick<UploadItem, 'file' | 'folder'>,
  events: SendEvents,
  options: SenderOptions,
): Sending {
  const { endpoint, maxBytes, language } = options
  const say = (code: keyof typeof faultTexts) => faultTexts[code][language]
  let isOver = false
  const upload = new Upload(file, {
    endpoint,
    chunkSize: chunkBytes,
    retryDelays: retryDelaysMs,
    removeFingerprintOnSuccess: true,
    metadata: { filename: file.name, ...(folder && { folder }) },
    headers: { 'Accept-Language': language },
    fingerprint: async (of) => `${prefixOf(options)}${of.name}-${of.size}-${of.lastModified}`,
    onAfterResponse(_request, response) {
      // Else tus takes the upload for lost, and begins anew.
      if ([401, 403].includes(response.getStatus())) throw new Refusal(response.getBody())
    },
    onShouldRetry: (error) => isPassing(error),
    onProgress: events.onProgress,
    onSuccess: ({ lastResponse }) => void conclude(lastResponse.getBody()),
    onError: (error) => void fail(error as DetailedError),
  })
  void begin()

  return {
    pause() {
      isOver = true
      void upload.abort()
    },
    cancel() {
      isOver = true
      // Where the server does not answer, it forgets the upload by itself.
      upload.abort(true).catch(() => undefined)
      void forget()
    },
  }

  async function begin() {
    const [previous] = await upload.findPreviousUploads()
    if (isOver) return
    if (file.size > maxBytes) {
      const message = say('tooLarge').replace('{limit}', bytesText(maxBytes))
      return events.onFault({ kind: 'refused', message })
    }
    if (previous) upload.resumeFromPreviousUpload(previous)
    upload.start()
  }

  /** The last answer may have been lost; then it is asked for. */
  async function conclude(body: string) {
    const told = parse(body) ?? (await ask())
    if (told?.doc) return events.onDone(told as Arrived)
    events.onFault({ kind: kindOfFault(told?.status ?? 0), message: told?.detail ?? say('stopped') })
  }

  async function ask() {
    try {
      const answer = await fetch(String(upload.url), { headers: { 'Accept-Language': language } })
      return parse(await answer.text())
    } catch {
      return null
    }
  }

  async function fail(error: DetailedError) {
    const refusal = error.causingError instanceof Refusal ? error.causingError : null
    const status = error.originalResponse?.getStatus() ?? 0
    const told = parse(refusal?.body ?? error.originalResponse?.getBody() ?? '')
    if (!refusal && status >= 400 && status < 500) {
      await forget()
      return events.onFault({ kind: kindOfFault(status), message: told?.detail ?? say('stopped') })
    }
    if (told?.detail) return events.onFault({ kind: 'stopped', message: told.detail })
    const kind = navigator.onLine ? 'stopped' : 'offline'
    events.onFault({ kind, message: say(kind) })
  }

  async function forget() {
    for (const { urlStorageKey } of await upload.findPreviousUploads())
      await defaultOptions.urlStorage.removeUpload(urlStorageKey)
  }
}

/** Of an answer's status: `refused` where the file itself is at fault, so that sending it again would come to the same. */
export function kindOfFault(status: number): 'refused' | 'stopped' {
  const isOfFile = status >= 400 && status < 500
  // Signed out, lost, out of step, locked, too many at once: the same file may well be taken later.
  return isOfFile && ![401, 403, 404, 408, 409, 410, 423, 429].includes(status) ? 'refused' : 'stopped'
}

/** What this person began in this browser and is still to be gone on with. */
export async function findUnfinished(options: SenderOptions, now: number): Promise<Unfinished[]> {
  const all = await defaultOptions.urlStorage.findAllUploads()
  return all.flatMap(({ urlStorageKey, uploadUrl, metadata, size, creationTime }) => {
    if (!urlStorageKey.startsWith(`tus::${prefixOf(options)}`) || !uploadUrl) return []
    if (now - Date.parse(creationTime) > keptHours * 3_600_000) return []
    const name = metadata.filename ?? ''
    return [{ key: urlStorageKey, url: uploadUrl, name, bytes: size ?? 0, begun: creationTime }]
  })
}

/** Calls an upload off that was begun earlier. */
export async function forgetUnfinished({ key, url }: Unfinished): Promise<void> {
  await defaultOptions.urlStorage.removeUpload(key)
  // Where the server does not answer, it forgets the upload by itself.
  await Upload.terminate(url, { retryDelays: [] }).catch(() => undefined)
}

/** Said by the server to who is no longer signed in, or may not upload: the upload itself is not lost. */
class Refusal extends Error {
  constructor(readonly body: string) {
    super('not signed in')
  }
}

function prefixOf({ user }: SenderOptions) {
  return `xuanbo-${user}-`
}

function isPassing(error: DetailedError) {
  if (error.causingError instanceof Refusal || !navigator.onLine) return false
  const status = error.originalResponse?.getStatus() ?? 0
  // The disk is full: trying again makes no room.
  if (status === 507) return false
  return status < 400 || status >= 500 || status === 409 || status === 423
}

function parse(body: string): (Partial<Arrived> & { detail?: string; status?: number }) | null {
  try {
    return JSON.parse(body)
  } catch {
    return null
  }
}
