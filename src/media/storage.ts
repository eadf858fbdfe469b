import type { Readable } from 'node:stream'

/** Names one stored file: its SHA-256 in lower-case hex, and its extension without a dot. */
export type StoredFile = { sha256: string; ext: string }

/** A file as found in the store. `modified`: UTC ms, when these bytes were last handed in. */
export type ListedFile = { file: StoredFile; bytes: number; modified: number }

/** Where originals and renditions live, by content. Storing the same bytes twice stores them once. */
export type Storage = {
  /** Folder for files that are not whole yet; on the same volume as the store, emptied by `sweep`. */
  temporaryDir: string
  /** A new path in the temporary folder, which is made where missing; nothing is created at the path. */
  temporaryPath(ext: string): Promise<string>
  /**
   * Takes a finished temporary file over, durably: after this the path is gone. `added` is false where it was there already;
   * it counts as modified now all the same.
   */
  adopt(path: string, file: StoredFile): Promise<{ bytes: number; added: boolean }>
  /** Size of a stored file, or null where there is none. */
  stat(file: StoredFile): Promise<{ bytes: number } | null>
  /** A path that tools can read. Throws `media-original-missing` where there is none. */
  localPath(file: StoredFile): Promise<string>
  /** Its path where it lies on this machine already, else null; nothing is fetched. */
  pathAtHand(file: StoredFile): Promise<string | null>
  /** The bytes of a stored file, or of the inclusive range `start`–`end`. */
  read(file: StoredFile, range?: { start: number; end: number }): Readable
  /** Where displays are sent to fetch a file by themselves; null: its bytes go through us. */
  links: StorageLinks | null
  /**
   * Removes a stored file; no error where there is none. With `before` (UTC ms) only where it was last handed in earlier, looked
   * at in one step with the removal. Gives whether it is gone.
   */
  remove(file: StoredFile, options?: { before?: number }): Promise<boolean>
  /** Every stored file, in no order; temporary ones are left out. */
  list(): AsyncIterable<ListedFile>
  /** The volume that uploads land on. */
  space(): Promise<VolumeSpace>
  /** Empties the temporary folder: what a crash left there. Call it only while nothing is being stored. */
  sweep(): Promise<void>
  /** Drops what a store elsewhere keeps of files that never arrived whole, begun before then (UTC ms). */
  dropUnfinished(before: number): Promise<void>
}

/** Addresses in the store itself, each good for some minutes. */
export type StorageLinks = {
  /** The origin of all of them. */
  origin(): Promise<string>
  /** One to read a file at, by that method alone; the answer will have that Cache-Control. Whether the file is there is not looked at. */
  to(file: StoredFile, options: { method: 'GET' | 'HEAD'; cacheControl: string }): Promise<string>
}

export type VolumeSpace = { freeBytes: number; totalBytes: number }

const shape = /^([0-9a-f]{64})\.([a-z0-9]{1,8})$/

/** `<sha256>.<ext>`. Throws on what is not a content name, so that no caller can walk out of the store. */
export function contentName({ sha256, ext }: StoredFile): string {
  const name = `${sha256}.${ext}`
  if (!shape.test(name)) throw new RangeError(`not a content-addressed name: ${name}`)
  return name
}

/** The file that a content name stands for, or null where it is no such name. */
export function parseContentName(name: string): StoredFile | null {
  const [, sha256, ext] = shape.exec(name) ?? []
  return sha256 !== undefined && ext !== undefined ? { sha256, ext } : null
}
