import { diskStorage } from './disk'
import { s3Storage } from './s3'
import type { S3Options } from './s3-connection'
import type { Storage } from './storage'

export type StorageOptions = { dir: string; s3: S3Options | null; now: () => number }

// Next bundles this module anew; what keeps hands off each other's files must be one a process.
const key = Symbol.for('xuanbo.storages')

/** The store of a folder, or of a bucket with that folder for what is temporary: one a process, whoever asks. */
export function openStorage({ dir, s3, now }: StorageOptions): Storage {
  const shared = globalThis as { [key]?: Map<string, Storage> }
  shared[key] ??= new Map()
  const name = JSON.stringify([dir, s3])
  const storage = shared[key].get(name) ?? (s3 ? s3Storage({ ...s3, dir, now }) : diskStorage({ dir }))
  shared[key].set(name, storage)
  return storage
}
