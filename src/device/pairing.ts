import { randomInt } from 'node:crypto'
import type { Payload } from 'payload'
import type { PairingRequest } from '../manifest/messages'
import type { DisplayStates } from './display-states'
import { Problem } from './problems'
import { newToken, tokenHash } from './tokens'

const collection = 'pairings'

/** Letters and digits that nobody takes for another: no 0 O, 1 I L. */
const alphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
const codeLength = 6
const lifetimeMs = 10 * 60_000

type Pairing = {
  id: string
  code: string
  status: 'pending' | 'paired' | 'claimed' | 'rejected'
  tokenHash?: string | null
  facts?: PairingRequest | null
  display?: string | { id: string } | null
  expiresAt: string
}

/** A device asks (`begin`), shows its code, and asks how it stands (`poll`); an operator finds the code and confirms or rejects it. */
export function pairingDesk(payload: Payload, states: DisplayStates) {
  const find = (where: object) => payload.db.findOne<Pairing>({ collection, where: where as never })

  async function update(id: string, data: Partial<Pairing>) {
    await payload.db.updateOne({ collection, id, data, returning: false })
  }

  async function waiting(code: string, now: number): Promise<Pairing> {
    const pairing = await find({
      code: { equals: code.trim().toUpperCase() },
      status: { equals: 'pending' },
      expiresAt: { greater_than: new Date(now).toISOString() },
    })
    if (!pairing) throw new Problem('code-unknown')
    return pairing
  }

  async function freeCode(now: number): Promise<string> {
    const code = Array.from({ length: codeLength }, () => alphabet.charAt(randomInt(alphabet.length))).join(
      '',
    )
    const taken = await find({
      code: { equals: code },
      status: { equals: 'pending' },
      expiresAt: { greater_than: new Date(now).toISOString() },
    })
    return taken ? freeCode(now) : code
  }

  return {
    async begin(facts: PairingRequest, address: string, now: number) {
      const code = await freeCode(now)
      const pollToken = newToken()
      const expiresAt = now + lifetimeMs
      await payload.db.create({
        collection,
        data: {
          code,
          pollTokenHash: tokenHash(pollToken),
          status: 'pending',
          facts,
          expiresAt: new Date(expiresAt).toISOString(),
          address,
        },
      })
      return { code, pollToken, expiresAt }
    },

    /** Null while nobody has answered; else the display and a new token, which voids the one answered before. */
    async poll(pollToken: string, now: number): Promise<{ display: string; token: string } | null> {
      const pairing = await find({ pollTokenHash: { equals: tokenHash(pollToken) } })
      if (!pairing) throw new Problem('pairing-unknown')
      if (pairing.status === 'rejected') throw new Problem('pairing-rejected')
      if (pairing.status === 'claimed') throw new Problem('pairing-expired')
      if (pairing.status === 'pending') {
        if (now >= Date.parse(pairing.expiresAt)) throw new Problem('pairing-expired')
        return null
      }
      const token = newToken()
      await update(pairing.id, { tokenHash: tokenHash(token) })
      return { display: displayOf(pairing), token }
    },

    /** The display of a token not used before: from now on the display's own, and its pairing is over. */
    async claim(hash: string, now: number): Promise<string | null> {
      const pairing = await find({ tokenHash: { equals: hash }, status: { equals: 'paired' } })
      if (!pairing) return null
      const display = displayOf(pairing)
      await states.pair(display, hash, pairing.facts ?? null, now)
      await update(pairing.id, { status: 'claimed' })
      return display
    },

    async look(code: string, now: number) {
      const { facts, expiresAt, code: written } = await waiting(code, now)
      return { code: written, facts: facts ?? null, expiresAt: Date.parse(expiresAt) }
    },
    async confirm(code: string, display: string, now: number) {
      const { id } = await waiting(code, now)
      await update(id, { status: 'paired', display })
    },
    async reject(code: string, now: number) {
      const { id } = await waiting(code, now)
      await update(id, { status: 'rejected' })
    },

    /** Forgets pairings that ended before `now` by a day or more. */
    async tidy(now: number) {
      const before = new Date(now - 24 * 3_600_000).toISOString()
      await payload.db.deleteMany({ collection, where: { expiresAt: { less_than: before } } })
    },
  }
}

export type PairingDesk = ReturnType<typeof pairingDesk>

function displayOf({ display }: Pairing): string {
  if (!display) throw new Problem('pairing-expired')
  return String(typeof display === 'object' ? display.id : display)
}
