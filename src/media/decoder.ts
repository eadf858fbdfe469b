import { join } from 'node:path'
import { z } from 'zod'
import { MediaFault, type MediaFaultCode, mediaFaults } from './faults'
import { oneAtATime } from './one-at-a-time'
import { runTool } from './run'

export type Decoding = {
  command: 'pdf-pages' | 'pdf-page' | 'heic' | 'svg'
  input: Record<string, unknown>
  timeoutMs: number
  signal?: AbortSignal | undefined
}

const answer = z.union([
  z.object({ fault: z.custom<MediaFaultCode>((code) => String(code) in mediaFaults), detail: z.string() }),
  z.looseObject({ fault: z.undefined().optional() }),
])

/** Each may take much memory: a folder of photographs dropped at once must not add up. */
const PLACES = 2
const inTurn = oneAtATime()
let asked = 0

/**
 * Runs one of the decoders of decode.mjs in a process of its own, two at a time, at low priority, within limits of time and
 * memory. Throws the MediaFault that it answers; `media-damaged` where it crashes; `media-too-complex` where it does not come
 * to an end.
 */
export async function runDecoder({ command, input, timeoutMs, signal }: Decoding): Promise<unknown> {
  // Where the server runs is where its sources are; a bundler would rewrite an address relative to this file.
  const script = join(process.cwd(), 'src/media/decode.mjs')
  const args = ['--max-old-space-size=256', script, command, JSON.stringify(input)]
  asked += 1
  const line = await inTurn(`place ${asked % PLACES}`, () =>
    runTool({ program: process.execPath, args, timeoutMs, signal }),
  ).catch((error) => {
    throw error instanceof MediaFault ? asFaultOfFile(error) : error
  })
  const told = answer.parse(JSON.parse(line))
  if (told.fault) throw new MediaFault(told.fault, { detail: told.detail as string })
  return told
}

function asFaultOfFile(cause: MediaFault) {
  const { code, detail } = cause
  if (code === 'media-tool-timeout')
    return new MediaFault('media-too-complex', { cause, ...(detail && { detail }) })
  if (code !== 'media-render-failed') return cause
  return new MediaFault('media-damaged', { cause, ...(detail && { detail: detail.slice(-500) }) })
}
