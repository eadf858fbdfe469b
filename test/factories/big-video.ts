import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { aPhoneVideo, temporaryFolder } from './media'

export type BigFile = { bytes: number; slice(start: number, end: number): Uint8Array }

const markEvery = 4096

/**
 * A film of any size in no memory: a short one, and behind it a box of the format that readers skip (ISO/IEC 14496-12, `free`),
 * filled with a pattern that `seed` tells apart.
 */
export async function aBigVideo({ bytes, seed = 0 }: { bytes: number; seed?: number }): Promise<BigFile> {
  const scratch = await temporaryFolder()
  const film = await readFile(await aPhoneVideo(join(scratch.dir, 'film.mp4'), { seconds: 1 }))
  await scratch.remove()
  const box = Buffer.alloc(16)
  box.writeUInt32BE(1)
  box.write('free', 4)
  box.writeBigUInt64BE(BigInt(bytes - film.length), 8)
  const head = Buffer.concat([film, box])
  return {
    bytes,
    slice(start, end) {
      const piece = Buffer.alloc(end - start)
      for (let at = start - (start % markEvery); at < end; at += markEvery) {
        const mark = markAt(at, seed)
        mark.copy(piece, Math.max(0, at - start), Math.min(mark.length, Math.max(0, start - at)))
      }
      if (start < head.length) head.copy(piece, 0, start, Math.min(end, head.length))
      return piece
    },
  }
}

/** Eight bytes that no other place, and no other seed, has. */
function markAt(at: number, seed: number) {
  const mark = Buffer.alloc(8)
  mark.writeDoubleLE(at + seed)
  return mark
}
