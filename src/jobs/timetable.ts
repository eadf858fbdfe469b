import { schedule } from 'node-cron'
import type { Payload } from 'payload'
import { onChange } from '../cms/hooks/changes'
import type { Storage } from '../media/storage'
import { committed } from '../publish/committed'
import { recoverJobs } from './recover'
import { renderQueue } from './renderQueue'

export type TimetableOptions = {
  storage: Storage
  /** Renditions made at a time. */
  places: number
  now: () => number
}

export type Timetable = {
  /** Settles when no job runs and none is due. */
  idle(): Promise<void>
  /** Stops the clockwork, and aborts what runs: it starts again with the next server. */
  stop(): Promise<void>
}

/** Retries are due to the second; every five is soon enough. */
const EVERY_FIVE_SECONDS = '*/5 * * * * *'

/**
 * Starts what runs by itself: recovery after a crash, render jobs at once after each upload, and retries by the clock.
 * Call it once a process, before uploads are taken: it empties the temporary folder.
 */
export async function startTimetable(
  payload: Payload,
  { storage, places, now }: TimetableOptions,
): Promise<Timetable> {
  await storage.sweep()
  await recoverJobs(payload)
  const queue = renderQueue(payload, { places, now })
  const forget = onChange(({ collection, operation, transactionID }) => {
    if (collection === 'media' && operation === 'create')
      void committed(payload, transactionID).then(queue.kick)
  })
  const retries = schedule(EVERY_FIVE_SECONDS, queue.kick, { suppressMissedWarning: true })
  queue.kick()

  return {
    idle: queue.idle,
    async stop() {
      forget()
      await retries.destroy()
      await queue.stop()
    },
  }
}
