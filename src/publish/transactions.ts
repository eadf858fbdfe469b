import { setTimeout as pause } from 'node:timers/promises'
import type { Payload } from 'payload'
import type { Change } from '../cms/hooks/changes'

const checkMs = 10
/** A transaction open longer than this is not waited for. */
const longestMs = 10_000

/**
 * Resolves once the transactions in which the changes were made have ended: hooks run before the commit, and what is read before
 * it is the old document.
 */
export async function settled(payload: Payload, changes: readonly Change[]): Promise<void> {
  const open = () =>
    changes.some(({ transactionID }) => transactionID !== undefined && isOpen(payload, transactionID))
  if (!open()) return
  for (let waited = 0; open() && waited < longestMs; waited += checkMs) await pause(checkMs)
  // An adapter forgets the session a moment before its commit returns.
  await pause(checkMs)
}

function isOpen(payload: Payload, transactionID: string | number) {
  return payload.db.sessions?.[String(transactionID)] !== undefined
}
