import { randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { spaceOf } from './disk'
import { MediaFault } from './faults'
import { fileCache } from './file-cache'
import { oneAtATime } from './one-at-a-time'
import { connection, type S3Options } from './s3-connection'
import { s3Links } from './s3-links'
import { contentName, type ListedFile, parseContentName, type Storage, type StoredFile } from './storage'

/** Larger files go up in parts, each as large; at most `partsAtOnce` of them are in memory. S3 takes 10,000 parts. */
const partBytes = 16 * 2 ** 20
const partsAtOnce = 3
/** An object handed in again is sent again where it is older, so that nobody takes it for long forgotten. */
const freshMs = 86_400_000

/**
 * Storage in a bucket: `<prefix><sha256>.<ext>`, each object checked by S3 against the SHA-256 of what was sent. Tools read local
 * copies below `dir`, of which there are a bounded number of bytes. The AWS SDK is loaded at the first use.
 */
export function s3Storage(options: S3Options & { dir: string; now: () => number }): Storage {
  const { bucket: Bucket, prefix, dir, now } = options
  const temporaryDir = join(/* turbopackIgnore: true */ dir, '.tmp')
  const cache = fileCache({
    dir: join(/* turbopackIgnore: true */ dir, '.cache'),
    maxBytes: options.cacheBytes,
    now,
  })
  const alone = oneAtATime()
  const keyOf = (file: StoredFile) => prefix + contentName(file)
  const connected = connection(options)

  async function head(file: StoredFile) {
    const { client, sdk } = await connected()
    const command = new sdk.HeadObjectCommand({ Bucket, Key: keyOf(file) })
    const found = await client.send(command).catch(unlessAbsent(file))
    return found && { bytes: found.ContentLength ?? 0, modified: found.LastModified?.getTime() ?? 0 }
  }

  async function get(file: StoredFile, Range?: string): Promise<Readable> {
    const { client, sdk } = await connected()
    const command = new sdk.GetObjectCommand({ Bucket, Key: keyOf(file), ...(Range && { Range }) })
    const found = await client.send(command).catch(unlessAbsent(file))
    if (!found) throw new MediaFault('media-original-missing', { detail: contentName(file) })
    return found.Body as Readable
  }

  async function put(path: string, file: StoredFile, bytes: number) {
    const { client, sdk, Upload } = await connected()
    const object = { Bucket, Key: keyOf(file) }
    if (bytes <= partBytes) {
      const ChecksumSHA256 = Buffer.from(file.sha256, 'hex').toString('base64')
      const Body = await readFile(path)
      await client.send(new sdk.PutObjectCommand({ ...object, Body, ChecksumSHA256 }))
      return
    }
    const params = { ...object, Body: createReadStream(path), ChecksumAlgorithm: 'SHA256' as const }
    await new Upload({ client, params, partSize: partBytes, queueSize: partsAtOnce }).done()
  }

  return {
    temporaryDir,

    async temporaryPath(ext) {
      await mkdir(temporaryDir, { recursive: true })
      return join(/* turbopackIgnore: true */ temporaryDir, `${randomUUID()}.${ext}`)
    },

    adopt: (path, file) =>
      alone(contentName(file), async () => {
        const { size: bytes } = await stat(path)
        const there = await head(file)
        const added = there?.bytes !== bytes
        if (added || there.modified < now() - freshMs) await put(path, file, bytes).catch(unreachable(file))
        // It is rendered next: without a copy it would come back at once.
        await cache.take(path, file)
        return { bytes, added }
      }),

    links: options.delivery === 'redirect' ? s3Links(options, { connected, keyOf, now }) : null,

    async stat(file) {
      const path = await cache.find(file)
      if (path !== null) return { bytes: (await stat(path)).size }
      const found = await head(file)
      return found && { bytes: found.bytes }
    },

    localPath: (file) =>
      cache.fill(file, async (path) =>
        pipeline(await get(file), createWriteStream(path)).catch(unreachable(file)),
      ),

    pathAtHand: (file) => cache.find(file),

    read: (file, range) =>
      Readable.from(
        (async function* () {
          yield* await get(file, range && `bytes=${range.start}-${range.end}`)
        })(),
        { objectMode: false },
      ),

    remove: (file, { before } = {}) =>
      alone(contentName(file), async () => {
        if (before !== undefined && ((await head(file))?.modified ?? 0) >= before) return false
        const { client, sdk } = await connected()
        await client.send(new sdk.DeleteObjectCommand({ Bucket, Key: keyOf(file) })).catch(unreachable(file))
        await cache.drop(file)
        return true
      }),

    list: () => listObjects(),

    async space() {
      await mkdir(dir, { recursive: true })
      return spaceOf(dir)
    },

    sweep: () => rm(temporaryDir, { recursive: true, force: true }),

    async dropUnfinished(before) {
      const { client, sdk } = await connected()
      // A thousand at a time are far more than a day leaves.
      const { Uploads = [] } = await client.send(
        new sdk.ListMultipartUploadsCommand({ Bucket, Prefix: prefix }),
      )
      for (const { Key, UploadId, Initiated } of Uploads) {
        if (!Key || !UploadId || (Initiated?.getTime() ?? 0) >= before) continue
        await client.send(new sdk.AbortMultipartUploadCommand({ Bucket, Key, UploadId }))
      }
    },
  }

  async function* listObjects(): AsyncGenerator<ListedFile> {
    const { client, sdk } = await connected()
    for await (const { Contents = [] } of sdk.paginateListObjectsV2({ client }, { Bucket, Prefix: prefix })) {
      for (const { Key = '', Size = 0, LastModified } of Contents) {
        const file = parseContentName(Key.slice(prefix.length))
        if (file && LastModified) yield { file, bytes: Size, modified: LastModified.getTime() }
      }
    }
  }
}

function unlessAbsent(file: StoredFile) {
  return (cause: Error & { $metadata?: { httpStatusCode?: number } }) => {
    if (cause.$metadata?.httpStatusCode === 404 && cause.name !== 'NoSuchBucket') return null
    return unreachable(file)(cause)
  }
}

function unreachable(file: StoredFile) {
  return (cause: Error): never => {
    if (cause instanceof MediaFault) throw cause
    throw new MediaFault('storage-unreachable', { detail: `${contentName(file)}: ${cause.message}`, cause })
  }
}
