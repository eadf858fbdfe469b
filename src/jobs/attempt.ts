import { MediaFault, type MediaFaultCode } from '../media/faults'

/** Tries after the first; 5, 10 and 20 seconds apart. */
export const RENDER_RETRIES = 3
const FIRST_DELAY_MS = 5000

/** Payload's setting for both render tasks. */
export const renderRetries = {
  attempts: RENDER_RETRIES,
  backoff: { type: 'exponential', delay: FIRST_DELAY_MS },
} as const

/** A file that takes the server down with it each time must not do so for ever; a machine that is switched off often is not its fault. */
const MAX_INTERRUPTIONS = 20

/** Trying again does not change these. */
const lasting: ReadonlySet<MediaFaultCode> = new Set([
  'media-damaged',
  'media-original-missing',
  'media-tool-missing',
])

export type Attempt = {
  /** Tries before this one that ended with a fault. */
  tried: number
  /** Tries that a crash cut short. */
  interrupted: number
  signal: AbortSignal | undefined
  work: () => Promise<void>
  /** Records the fault for good, with the tool's last words. */
  giveUp: (fault: MediaFault) => Promise<void>
}

/**
 * One try of a render. Throws where it is to be tried again. A fault that lasts, or that of the last try, is recorded; a server that
 * stops is none: the job runs again with the next one.
 */
export async function attempt({ tried, interrupted, signal, work, giveUp }: Attempt): Promise<void> {
  try {
    if (interrupted > MAX_INTERRUPTIONS)
      throw new MediaFault('media-damaged', { detail: 'the server ended in the middle of every try' })
    await work()
  } catch (error) {
    if (signal?.aborted) throw error
    const isLast = tried >= RENDER_RETRIES
    if (error instanceof MediaFault && (isLast || lasting.has(error.code))) return giveUp(error)
    if (isLast) await giveUp(new MediaFault('media-render-failed', { detail: String(error), cause: error }))
    throw error
  }
}
