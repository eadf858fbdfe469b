import type { Connection, S3Options } from './s3-connection'
import type { StorageLinks, StoredFile } from './storage'
import { mimeTypeOf } from './types'

/** Long enough for clocks that differ and for slow lines: the bucket looks when a request begins, not while it goes on. */
const linkSeconds = 600

/**
 * Presigned addresses (SigV4 in the query) of objects in a bucket, each for one file, one method and ten minutes. Signing is
 * arithmetic: the bucket is not asked. The SDK loads at the first use.
 */
export function s3Links(
  { bucket: Bucket }: Pick<S3Options, 'bucket'>,
  {
    connected,
    keyOf,
    now,
  }: { connected: () => Promise<Connection>; keyOf: (file: StoredFile) => string; now: () => number },
): StorageLinks {
  return {
    async origin() {
      const { sdk, getSignedUrl, clientAs } = await connected()
      // The address does not depend on the credentials, which may not be there yet.
      const client = clientAs({ accessKeyId: '-', secretAccessKey: '-' })
      return new URL(await getSignedUrl(client, new sdk.GetObjectCommand({ Bucket, Key: '-' }))).origin
    },

    async to(file, { method, cacheControl }) {
      const { sdk, getSignedUrl, client } = await connected()
      const asked = {
        Bucket,
        Key: keyOf(file),
        ResponseContentType: mimeTypeOf(file.ext),
        ResponseCacheControl: cacheControl,
      }
      // The method is signed too.
      const command = method === 'HEAD' ? new sdk.HeadObjectCommand(asked) : new sdk.GetObjectCommand(asked)
      return getSignedUrl(client, command, { expiresIn: linkSeconds, signingDate: new Date(now()) })
    },
  }
}
