import type { Payload } from 'payload'
import type { Heartbeat, PairingRequest } from '../manifest/messages'
import type { RevisionStore } from '../publish/revisions'

const collection = 'display-states'

/** The longest horizon, and a day: after that no player shows anything of a removed display. */
const keepRemovedMs = 31 * 24 * 3_600_000

type StoredState = {
  id: string
  display: string
  revision?: number | null
  sha256?: string | null
}

/** What the server keeps of each paired display, apart from its settings, so that a heartbeat is no edit. */
export function displayStates(payload: Payload) {
  const where = (display: string) => ({ display: { equals: display } })

  async function update(display: string, data: Record<string, unknown>) {
    await payload.db.updateOne({ collection, where: where(display), data, returning: false })
  }

  return {
    async displayOfToken(hash: string): Promise<string | null> {
      const state = await payload.db.findOne<StoredState>({
        collection,
        where: { tokenHash: { equals: hash } },
      })
      return state?.display ?? null
    },
    /** Gives the display its token; the one before it is void from now on. */
    async pair(display: string, hash: string, facts: PairingRequest | null, now: number) {
      const data = { tokenHash: hash, facts, pairedAt: new Date(now).toISOString() }
      const existing = await payload.db.findOne({ collection, where: where(display) })
      if (existing) await update(display, data)
      else await payload.db.create({ collection, data: { display, ...data } })
    },
    async heartbeat(display: string, message: Heartbeat, now: number) {
      await update(display, {
        lastSeenAt: new Date(now).toISOString(),
        manifest: message.manifest,
        playing: message.playing ?? null,
        cachedBytes: message.cachedBytes,
        freeBytes: message.freeBytes ?? null,
        clockOffsetMs: message.clockOffsetMs,
        player: message.player,
        faults: message.errors ?? [],
      })
    },
    /** Displays that an operator has removed. */
    async removed(): Promise<string[]> {
      const { docs } = await payload.db.find<StoredState>({
        collection,
        where: { removedAt: { exists: true } },
        pagination: false,
        limit: 0,
      })
      return docs.map(({ display }) => display)
    },
    /** Forgets displays that were removed `keepRemovedMs` ago or earlier: their tokens are refused from then on. */
    async tidy(now: number) {
      const before = new Date(now - keepRemovedMs).toISOString()
      await payload.db.deleteMany({ collection, where: { removedAt: { less_than: before } } })
    },
  }
}

export type DisplayStates = ReturnType<typeof displayStates>

export function revisionStore(payload: Payload): RevisionStore {
  return {
    async last(display) {
      const state = await payload.db.findOne<StoredState>({
        collection,
        where: { display: { equals: display } },
      })
      return state?.revision && state.sha256 ? { revision: state.revision, sha256: state.sha256 } : null
    },
    async save(display, { revision, sha256 }) {
      await payload.db.updateOne({
        collection,
        where: { display: { equals: display } },
        data: { revision, sha256 },
        returning: false,
      })
    },
  }
}
