import { setTimeout as sleep } from 'node:timers/promises'
import type { Payload } from 'payload'

const LOOK_EVERY_MS = 10
const LONGEST_MS = 30_000

/** Settles when a transaction is over, however it ended. Payload tells nobody: its adapters drop the session. */
export async function committed(payload: Payload, transactionID: string | number | undefined): Promise<void> {
  if (transactionID === undefined) return
  for (let waited = 0; waited < LONGEST_MS; waited += LOOK_EVERY_MS) {
    if (!payload.db.sessions?.[transactionID]) return
    await sleep(LOOK_EVERY_MS)
  }
}
