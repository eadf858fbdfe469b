import type { Readable } from 'node:stream'

/** Names one stored file: its SHA-256 in lower-case hex, and its extension without a dot. */
export type StoredFile = { sha256: string; ext: string }

/** Where originals and renditions live, by content. Storing the same bytes twice stores them once. */
export type Storage = {
  /** Folder for files that are not whole yet; on the same volume as the store, emptied by `sweep`. */
  temporaryDir: string
  /** A new path in the temporary folder, which is made where missing; nothing is created at the path. */
  temporaryPath(ext: string): Promise<string>
  /** Takes a finished temporary file over, durably: after this the path is gone. `added` is false where it was there already. */
  adopt(path: string, file: StoredFile): Promise<{ bytes: number; added: boolean }>
  /** Size of a stored file, or null where there is none. */
  stat(file: StoredFile): Promise<{ bytes: number } | null>
  /** A path that tools can read. Throws `media-original-missing` where there is none. */
  localPath(file: StoredFile): Promise<string>
  /** The bytes of a stored file, or of the inclusive range `start`–`end`. */
  read(file: StoredFile, range?: { start: number; end: number }): Readable
  /** Removes a stored file; no error where there is none. */
  remove(file: StoredFile): Promise<void>
  /** Empties the temporary folder: what a crash left there. Call it only while nothing is being stored. */
  sweep(): Promise<void>
}
