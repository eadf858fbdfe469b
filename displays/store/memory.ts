import type { ClockMemory } from '../core/clock'
import type { PublicKey } from '../core/jws'
import type { Claims } from '../core/manifest-check'
import { read, write } from './database'

/** What a paired display is: its id, its token, the installation's keys, and the name that the server gave it. */
export type Identity = { display: string; token: string; keys: PublicKey[]; name: string }

/** A manifest as it came: the exact bytes and their signature, so that it can be checked again at the next start. */
export type StoredManifest = { body: Uint8Array; signature: string }

/** Everything small that a display keeps. */
export type Memory = {
  identity: Identity
  clock: ClockMemory
  /** The claims of the newest manifest accepted: no older one is ever acted on. */
  last: Claims
  /** The manifest that plays, and the one that waits for its files. */
  active: StoredManifest
  pending: StoredManifest
}

export type MemoryStore = {
  get<K extends keyof Memory>(key: K): Promise<Memory[K] | null>
  set<K extends keyof Memory>(key: K, value: Memory[K] | null): Promise<void>
}

/** The `state` store as typed keys. */
export function createMemory(database: IDBDatabase): MemoryStore {
  return {
    get: async (key) =>
      ((await read(database, 'state', (store) => store.get(key))) as Memory[typeof key]) || null,
    set: (key, value) =>
      write(database, 'state', (store) => {
        if (value === null) store.delete(key)
        else store.put(value, key)
      }),
  }
}
