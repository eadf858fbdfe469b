import { createHash, type Hash } from 'node:crypto'
import { type FileHandle, link, open, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { FileStore } from '@tus/file-store'

type Digest = { hash: Hash; bytes: number }

/** What a tus server keeps beside the bytes. */
const infoEnding = '.json'

/**
 * Uploads that are not whole yet, in a folder of their own that no start empties: `<id>` holds the bytes, `<id>.json` what was said
 * of them. How long `<id>` is, is how far the upload has come: what is acknowledged is on the disk. SHA-256 is worked out as
 * the bytes come in, as long as this process has seen them all.
 */
export class PartialStore extends FileStore {
  readonly #digests = new Map<string, Digest>()

  constructor(directory: string) {
    super({ directory })
    this.extensions = ['creation', 'creation-with-upload', 'termination']
  }

  override async write(source: Readable, id: string, offset: number): Promise<number> {
    const digest = this.#digestAt(id, offset)
    const file = await open(this.pathOf(id), 'r+')
    let end = offset
    try {
      for await (const chunk of source as AsyncIterable<Buffer>) {
        await writeAll(file, chunk, end)
        end += chunk.length
        digest?.hash.update(chunk)
        if (digest) digest.bytes = end
      }
      return end
    } finally {
      await file.datasync()
      await file.close()
    }
  }

  override async remove(id: string): Promise<void> {
    this.#digests.delete(id)
    await rm(this.pathOf(id), { force: true })
    await rm(`${this.pathOf(id)}${infoEnding}`, { force: true })
  }

  /** SHA-256 of the first `bytes` bytes in lower-case hex, or null where a start came between. Asked once. */
  takeDigest(id: string, bytes: number): string | null {
    const digest = this.#digests.get(id)
    this.#digests.delete(id)
    return digest?.bytes === bytes ? digest.hash.digest('hex') : null
  }

  /** A second name for the bytes, so that they are still here if what takes them over does not come to its end. */
  linkTo(id: string, path: string): Promise<void> {
    return link(this.pathOf(id), path)
  }

  /** Removes what nobody has added to since `before` (UTC ms), and, at a start, what a crash left half made. */
  async tidy({ before, starting }: { before: number; starting: boolean }): Promise<void> {
    const names = await readdir(this.directory).catch(nothingIfMissing)
    const ids = new Set(names.map((name) => name.replace(infoEnding, '')))
    for (const id of ids) {
      const touched = await stat(this.pathOf(id)).then(
        ({ mtimeMs }) => mtimeMs,
        () => null,
      )
      const isWhole = touched !== null && (await this.configstore.get(id)) !== undefined
      if (isWhole ? touched < before : starting) await this.remove(id)
    }
  }

  private pathOf(id: string) {
    return join(this.directory, id)
  }

  #digestAt(id: string, offset: number): Digest | null {
    if (offset === 0) this.#digests.set(id, { hash: createHash('sha256'), bytes: 0 })
    const digest = this.#digests.get(id)
    if (digest?.bytes === offset) return digest
    this.#digests.delete(id)
    return null
  }
}

async function writeAll(file: FileHandle, chunk: Buffer, position: number) {
  for (let done = 0; done < chunk.length; ) {
    const { bytesWritten } = await file.write(chunk, done, chunk.length - done, position + done)
    done += bytesWritten
  }
}

function nothingIfMissing(error: NodeJS.ErrnoException): string[] {
  if (error.code === 'ENOENT') return []
  throw error
}
