import type { PayloadRequest } from 'payload'
import type { Inspected } from '../../../media/inspect'

/** An upload between its inspection and the end of its request. */
export type PendingUpload = Inspected & {
  /** The temporary file. */
  path: string
  filename: string
  /** Null until the original is in storage; true where it was not there before. */
  added: boolean | null
}

const KEY = 'pendingUpload'

/** The upload that this request brought, or undefined. */
export function pendingUpload(req: Pick<PayloadRequest, 'context'>): PendingUpload | undefined {
  return req.context[KEY] as PendingUpload | undefined
}

/** Remembers the upload for the hooks that follow; undefined forgets it. */
export function setPendingUpload(
  req: Pick<PayloadRequest, 'context'>,
  upload: PendingUpload | undefined,
): void {
  req.context[KEY] = upload
}
