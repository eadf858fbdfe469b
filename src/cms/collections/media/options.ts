import type { Storage } from '../../../media/storage'
import type { Tools } from '../../../media/tools'

export type MediaOptions = {
  storage: Storage
  /** Found when first needed, so that a server without FFmpeg still starts and takes images. */
  tools: () => Tools
  /** The largest upload in bytes. */
  maxBytes: number
}
