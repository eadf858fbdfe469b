import type { Config } from 'payload'
import type { MediaOptions } from './options'

/** A multipart body holds the file and a few hundred bytes of fields around it. */
const FORM_BYTES = 1_000_000

/** Payload's `upload` options: bodies stream to the store's own volume, so that keeping a file is a rename. */
export function uploadLimits({
  storage,
  maxBytes,
}: Pick<MediaOptions, 'storage' | 'maxBytes'>): Config['upload'] {
  return {
    useTempFiles: true,
    tempFileDir: storage.temporaryDir,
    abortOnLimit: true,
    limits: { fileSize: maxBytes, files: 1 },
    requestSizeLimit: maxBytes + FORM_BYTES,
    defParamCharset: 'utf8',
  }
}
