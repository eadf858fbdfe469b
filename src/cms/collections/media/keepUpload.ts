import type { CollectionBeforeChangeHook } from 'payload'
import type { MediaOptions } from './options'
import { pendingUpload } from './pendingUpload'

/** What an upload fixes for good. */
const fixed = [
  'filename',
  'mimeType',
  'filesize',
  'width',
  'height',
  'sha256',
  'ext',
  'kind',
  'url',
  'thumbnailURL',
] as const

/** Puts the inspected upload into storage and its facts into the document. Later changes leave both as they are. */
export function keepUpload({ storage }: Pick<MediaOptions, 'storage'>): CollectionBeforeChangeHook {
  return async ({ data, operation, originalDoc, req }) => {
    if (operation === 'update') return { ...data, ...pick(originalDoc, fixed) }

    const upload = pendingUpload(req)
    if (!upload) return data
    upload.added ??= (await storage.adopt(upload.path, upload)).added
    const { filename, mimeType, bytes, sha256, ext, facts } = upload
    const size = 'width' in facts ? { width: facts.width, height: facts.height } : {}
    const file = { filename, mimeType, filesize: bytes, ...size, sha256, ext, kind: facts.kind, facts }
    return { ...data, ...file, state: 'processing', renditions: [] }
  }
}

function pick(doc: Record<string, unknown> | undefined, names: readonly string[]) {
  return Object.fromEntries(names.map((name) => [name, doc?.[name]]))
}
