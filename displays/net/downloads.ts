import type { Manifest } from '../../src/manifest/manifest'
import { blobSha256Hex, bytesOf, createHasher, sha256Hex } from '../core/hashing'
import type { FileNeed } from '../core/needs'
import { delayAfter, type ErrorCode, faultOf, PlayerError } from '../core/policy'
import { type Env, wait } from '../env'
import type { Files } from '../store/files'
import type { Request } from './request'

type ManifestFile = Manifest['files'][string]

/** Fetched, checked and kept at a time, in bytes: what a lost connection costs at most. */
export const PART_BYTES = 1024 * 1024

export type Wanted = FileNeed & { file: ManifestFile }

export type Downloads = {
  /** Looks again at what is wanted: after a new manifest, or as time goes on. */
  wake(): void
  failures(sha256: string): number
  /** Checks every kept file against its name, one by one, and drops the damaged. */
  verifyAll(): Promise<void>
}

/**
 * Fetches what `wanted` lists, nearest first, one file at a time, for ever. A file comes in parts by Range, each kept as it comes,
 * so that a power cut costs one part; a nearer file that turns up meanwhile goes first. No file is kept whose SHA-256 is not its name.
 */
export function startDownloads(options: {
  env: Env
  request: Request
  files: Files
  wanted(): Wanted[]
  arrived(sha256: string): void
  failed(code: ErrorCode, detail: string): void
}): Downloads {
  const { env, request, files, wanted, arrived, failed } = options
  const troubles = new Map<string, { failures: number; retryAt: number }>()
  let awake: () => void = () => undefined

  async function run(): Promise<never> {
    for (;;) {
      const next = pick()
      if (!next) await sleep()
      else await attempt(next)
    }
  }

  function pick(): Wanted | null {
    const time = env.monotonic()
    for (const want of wanted()) {
      const trouble = troubles.get(want.sha256)
      if (!files.has(want.sha256) && (!trouble || trouble.retryAt <= time)) return want
    }
    return null
  }

  /** Until something changes, or the next retry is due. */
  function sleep(): Promise<void> {
    let nearest = Number.MAX_VALUE
    for (const { sha256 } of wanted()) {
      const trouble = troubles.get(sha256)
      if (trouble && !files.has(sha256)) nearest = Math.min(nearest, trouble.retryAt - env.monotonic())
    }
    return new Promise((resolve) => {
      const timer = nearest < Number.MAX_VALUE ? env.setTimer(done, Math.max(50, nearest)) : null
      function done() {
        if (timer !== null) env.clearTimer(timer)
        awake = () => undefined
        resolve()
      }
      awake = done
    })
  }

  async function attempt(want: Wanted): Promise<void> {
    try {
      if (!(await fetchWhole(want))) return
      troubles.delete(want.sha256)
      arrived(want.sha256)
    } catch (error) {
      const { code, detail } = faultOf(error, isQuota(error) ? 'storage-full' : 'storage-failed')
      const trouble = troubles.get(want.sha256)
      const failures = (trouble ? trouble.failures : 0) + 1
      const retryAt = env.monotonic() + delayAfter(code, failures, env.random())
      troubles.set(want.sha256, { failures, retryAt })
      failed(code, detail === code ? want.sha256 : `${want.sha256.slice(0, 12)} ${detail}`)
    }
  }

  /** False where a nearer file was put first. */
  async function fetchWhole(want: Wanted): Promise<boolean> {
    const { sha256, file } = want
    if (file.bytes <= PART_BYTES) {
      const bytes = await fetchPart(file, 0)
      if ((await sha256Hex(env, bytes)) !== sha256) throw new PlayerError('file-damaged')
      await keep(want, new Blob([bytes], { type: file.type }))
      return true
    }
    const parts = await files.parts(sha256)
    const hasher = createHasher(env)
    let have = 0
    for (const part of parts) {
      await hasher.update(await bytesOf(part))
      have += part.size
    }
    while (have < file.bytes) {
      const bytes = await fetchPart(file, have)
      await hasher.update(bytes)
      const blob = new Blob([bytes])
      await makingRoom(want, () => files.addPart({ sha256, index: parts.length, blob }))
      parts.push(blob)
      have += bytes.length
      const nearest = pick()
      if (have < file.bytes && (!nearest || nearest.sha256 !== sha256)) return false
    }
    if (have !== file.bytes || hasher.hex() !== sha256) {
      await files.dropParts(sha256)
      throw new PlayerError('file-damaged')
    }
    // From the parts on disk, not from those in memory.
    const stored = await files.parts(sha256)
    await keep(want, new Blob(stored, { type: file.type }))
    await files.dropParts(sha256)
    return true
  }

  async function fetchPart(file: ManifestFile, from: number): Promise<Uint8Array<ArrayBuffer>> {
    const to = Math.min(file.bytes, from + PART_BYTES)
    const ranged = from > 0 || to < file.bytes
    const headers: Record<string, string> = ranged ? { Range: `bytes=${from}-${to - 1}` } : {}
    const response = await request(file.url, { headers })
    if (response.status !== 200 && response.status !== 206) {
      throw new PlayerError('file-unavailable', String(response.status))
    }
    let bytes: Uint8Array<ArrayBuffer>
    try {
      bytes = new Uint8Array(await response.arrayBuffer())
    } catch (error) {
      throw new PlayerError('network', error instanceof Error ? error.message : String(error))
    }
    // A server or proxy that knows no ranges sends the whole.
    if (response.status === 200 && bytes.length > to - from) bytes = bytes.slice(from, to)
    if (bytes.length !== to - from)
      throw new PlayerError('file-damaged', `${bytes.length} of ${to - from} bytes`)
    return bytes
  }

  async function keep(want: Wanted, blob: Blob): Promise<void> {
    const { sha256, file, at } = want
    await makingRoom(want, () => files.put({ sha256, blob, bytes: file.bytes, neededAt: at }))
  }

  /** Where the storage is full: drops what no manifest needs, least recently needed first, then what is needed later than this. */
  async function makingRoom(want: Wanted, store: () => Promise<void>): Promise<void> {
    for (;;) {
      try {
        return await store()
      } catch (error) {
        if (!isQuota(error)) throw error
        const list = wanted()
        const victim = files.expendable(new Set(list.map((need) => need.sha256))) || furthest(list, want)
        if (!victim) throw new PlayerError('storage-full')
        await files.remove(victim)
      }
    }
  }

  function furthest(list: Wanted[], want: Wanted): string | null {
    for (const need of list.slice().reverse()) {
      if (need.at > want.at && need.sha256 !== want.sha256 && files.has(need.sha256)) return need.sha256
    }
    return null
  }

  void run()
  return {
    wake: () => awake(),
    failures(sha256) {
      const trouble = troubles.get(sha256)
      return trouble ? trouble.failures : 0
    },
    async verifyAll() {
      for (const sha256 of files.list()) {
        const sound = await files
          .open(sha256)
          .then(async (blob) => blob !== null && (await blobSha256Hex(env, blob)) === sha256)
          .catch(() => false)
        if (!sound) {
          failed('file-damaged', `${sha256.slice(0, 12)} at rest`)
          await files.remove(sha256)
          awake()
        }
        await wait(env, 200)
      }
    },
  }
}

function isQuota(error: unknown): boolean {
  return (
    error !== null && typeof error === 'object' && (error as { name?: unknown }).name === 'QuotaExceededError'
  )
}
