import { schedule } from 'node-cron'
import type { Payload } from 'payload'
import { type Change, onChange } from '../cms/hooks/changes'
import type { Storage } from '../media/storage'
import { committed } from '../publish/committed'
import { recoverJobs, recoverRenditions } from './recover'
import { renderQueue } from './renderQueue'
import { keepRenditions, type RenditionKeeper, type RenditionKeeperOptions } from './renditions'

export type TimetableOptions = {
  storage: Storage
  /** Renditions made at a time. */
  places: number
  now: () => number
  /** Says what displays need; without one only what the office needs is made. */
  publisher?: RenditionKeeperOptions['publisher']
}

export type Timetable = {
  /** What is made for particular screens, where that is done. */
  renditions: RenditionKeeper | null
  /** Settles when no job runs and none is due. */
  idle(): Promise<void>
  /** Stops the clockwork, and aborts what runs: it starts again with the next server. */
  stop(): Promise<void>
}

/** Retries are due to the second; every five is soon enough. */
const EVERY_FIVE_SECONDS = '*/5 * * * * *'

/**
 * Starts what runs by itself: recovery after a crash, render jobs at once after each upload, renditions as displays come to need
 * them, and retries by the clock. Call it once a process, before uploads are taken: it empties the temporary folder.
 */
export async function startTimetable(
  payload: Payload,
  { storage, places, now, publisher }: TimetableOptions,
): Promise<Timetable> {
  await storage.sweep()
  await recoverJobs(payload)
  if (publisher) await recoverRenditions(payload)
  const queue = renderQueue(payload, {
    places,
    now,
    renditionJobs: async (count, isRunning) => (await renditions?.jobs(count, isRunning)) ?? [],
  })
  const renditions = publisher ? keepRenditions({ payload, publisher, now, kick: queue.kick }) : null
  const forget = onChange((change) => {
    if (mayBringWork(change)) void committed(payload, change.transactionID).then(queue.kick)
  })
  const retries = schedule(EVERY_FIVE_SECONDS, queue.kick, { suppressMissedWarning: true })
  queue.kick()

  return {
    renditions,
    async idle() {
      await renditions?.idle()
      await queue.idle()
    },
    async stop() {
      forget()
      await retries.destroy()
      await renditions?.stop()
      await queue.stop()
    },
  }
}

/** An upload, or a file that is to be tried again. */
function mayBringWork({ collection, operation }: Change) {
  return collection === 'media' && operation !== 'delete'
}
