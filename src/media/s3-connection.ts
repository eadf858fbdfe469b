import type { S3Client } from '@aws-sdk/client-s3'

export type S3Options = {
  bucket: string
  region: string
  /** Of a server that is not Amazon's. */
  endpoint?: string
  /** Left out: as the AWS SDK finds them (environment, profile, role of the machine). */
  credentials?: S3Credentials
  /** The bucket in the path, not in the host name. */
  forcePathStyle: boolean
  /** Before every key: empty, or ending in a slash. */
  prefix: string
  /** Most bytes of local copies. */
  cacheBytes: number
  /** Whether displays are sent to the bucket, or its bytes go through us. */
  delivery: 'redirect' | 'pass-through'
}

type S3Credentials = { accessKeyId: string; secretAccessKey: string }

export type Connection = {
  sdk: typeof import('@aws-sdk/client-s3')
  Upload: typeof import('@aws-sdk/lib-storage')['Upload']
  getSignedUrl: typeof import('@aws-sdk/s3-request-presigner')['getSignedUrl']
  client: S3Client
  /** Another client of the same server, under other credentials. */
  clientAs(credentials: S3Credentials): S3Client
}

const connectMs = 5_000
const silenceMs = 60_000

/** The SDK and a client of it, once: loading takes some 0.3 s, which a server without S3 does not spend. */
export function connection(options: S3Options): () => Promise<Connection> {
  let made: Promise<Connection> | undefined
  return () => {
    made ??= connect(options)
    return made
  }
}

async function connect(options: S3Options): Promise<Connection> {
  const sdk = await import('@aws-sdk/client-s3')
  const { Upload } = await import('@aws-sdk/lib-storage')
  const { getSignedUrl } = await import('@aws-sdk/s3-request-presigner')
  const { region, endpoint, forcePathStyle } = options
  const clientAs = (credentials: S3Credentials | undefined) =>
    new sdk.S3Client({
      region,
      forcePathStyle,
      ...(endpoint && { endpoint }),
      ...(credentials && { credentials }),
      // We send checksums of our own; the SDK's default of trailers is more than many servers take.
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
      requestHandler: { connectionTimeout: connectMs, socketTimeout: silenceMs },
    })
  return { sdk, Upload, getSignedUrl, client: clientAs(options.credentials), clientAs }
}
