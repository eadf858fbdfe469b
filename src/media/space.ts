import { MediaFault } from './faults'
import type { Storage, VolumeSpace } from './storage'

const gib = 2 ** 30

/** What is kept free for the database, for renditions under way and for the machine itself: a twentieth, 1 to 20 GiB. */
export function reserveOf({ totalBytes }: Pick<VolumeSpace, 'totalBytes'>): number {
  return Math.min(20 * gib, Math.max(gib, Math.floor(totalBytes / 20)))
}

/** `full`: no upload is taken; `short`: less than twice the reserve is left. */
export function spaceState(space: VolumeSpace): 'ample' | 'short' | 'full' {
  const reserve = reserveOf(space)
  if (space.freeBytes < reserve) return 'full'
  return space.freeBytes < 2 * reserve ? 'short' : 'ample'
}

/** Throws `storage-full` where a file of so many bytes would go into the reserve. */
export async function expectSpace(storage: Pick<Storage, 'space'>, bytes: number): Promise<void> {
  const space = await storage.space()
  if (space.freeBytes - bytes >= reserveOf(space)) return
  const detail = `${space.freeBytes} bytes free, ${reserveOf(space)} kept, ${bytes} asked for`
  throw new MediaFault('storage-full', { detail })
}
