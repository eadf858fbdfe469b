/** A play that the server does not have yet. `id` gives the order in which they happened. */
export type StoredPlay = {
  id?: number
  bootId: string
  seq: number
  content: string
  schedule: string | null
  from: number
  ms: number
  outcome: 'completed' | 'cut' | 'failed' | 'skipped'
  manifest: string
  error?: string
  unsynced?: boolean
}

/** A whole file whose SHA-256 was checked. `neededAt` is when it was last due to be needed, ms since the epoch. */
export type StoredFile = { sha256: string; blob: Blob; bytes: number; neededAt: number }

/** Part `index` of a file that is not whole yet. */
export type StoredPart = { sha256: string; index: number; blob: Blob }

const VERSION = 1

/** Opens (or makes) one display's database. Rejects where the browser has none or refuses it. */
export function openDatabase(name: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, VERSION)
    request.onupgradeneeded = () => {
      const database = request.result
      database.createObjectStore('state')
      database.createObjectStore('files', { keyPath: 'sha256' })
      database.createObjectStore('parts', { keyPath: ['sha256', 'index'] })
      database.createObjectStore('plays', { keyPath: 'id', autoIncrement: true })
    }
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
    request.onblocked = () => reject(new Error('database blocked'))
  })
}

export type StoreName = 'state' | 'files' | 'parts' | 'plays'

/**
 * Runs `work` in one read-write transaction and resolves once it is on disk. Rejects with the transaction's error:
 * `QuotaExceededError` where the storage is full.
 */
export function write(
  database: IDBDatabase,
  store: StoreName,
  work: (store: IDBObjectStore) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    // Plays must outlive a power cut at any moment; browsers that do not know `durability` are strict anyway.
    const transaction = database.transaction(store, 'readwrite', { durability: 'strict' })
    work(transaction.objectStore(store))
    transaction.oncomplete = () => resolve()
    transaction.onabort = () => reject(transaction.error || new Error('transaction aborted'))
  })
}

/** Resolves with what one read request gives. */
export function read<T>(
  database: IDBDatabase,
  store: StoreName,
  work: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = work(database.transaction(store, 'readonly').objectStore(store))
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}

/** Walks a store in key order; `each` returns false to stop. Resolves at the end. */
export function walk<T>(
  database: IDBDatabase,
  store: StoreName,
  range: IDBKeyRange | null,
  each: (value: T) => boolean,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = database.transaction(store, 'readonly').objectStore(store).openCursor(range)
    request.onsuccess = () => {
      const cursor = request.result
      if (!cursor || !each(cursor.value as T)) return resolve()
      cursor.continue()
    }
    request.onerror = () => reject(request.error)
  })
}
