import { Hash } from 'fast-sha256'
import { type Env, wait } from '../env'
import { toHex } from './base64url'

/** Hashed in one go before the stage gets its turn, in bytes: about 3 ms on an old Android box. */
const SLICE_BYTES = 64 * 1024
/** Read from a stored file at a time, in bytes. */
const READ_BYTES = 1024 * 1024

export type Hasher = { update(bytes: Uint8Array): Promise<void>; hex(): string }

/** SHA-256 of bytes that come bit by bit. Lets frames be drawn between slices. */
export function createHasher(env: Env): Hasher {
  const hash = new Hash()
  return {
    async update(bytes) {
      for (let from = 0; from < bytes.length; from += SLICE_BYTES) {
        hash.update(bytes.subarray(from, from + SLICE_BYTES))
        if (from + SLICE_BYTES < bytes.length) await wait(env, 0)
      }
    },
    hex: () => toHex(hash.digest()),
  }
}

/** SHA-256 of bytes at hand. */
export async function sha256Hex(env: Env, bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  if (env.digest) return toHex(new Uint8Array(await env.digest(bytes)))
  const hasher = createHasher(env)
  await hasher.update(bytes)
  return hasher.hex()
}

/** SHA-256 of a stored file, read piece by piece. Rejects where it cannot be read. */
export async function blobSha256Hex(env: Env, blob: Blob): Promise<string> {
  if (blob.size <= READ_BYTES) return sha256Hex(env, await bytesOf(blob))
  const hasher = createHasher(env)
  for (let from = 0; from < blob.size; from += READ_BYTES) {
    await hasher.update(await bytesOf(blob.slice(from, from + READ_BYTES)))
  }
  return hasher.hex()
}

/** A blob's bytes (Blob.arrayBuffer is younger than the browsers that we run on). */
export async function bytesOf(blob: Blob): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await new Response(blob).arrayBuffer())
}
