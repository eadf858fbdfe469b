import { describe, expect, it, vi } from 'vitest'
import { attempt, RENDER_RETRIES } from '../../../src/jobs/attempt'
import { MediaFault, type MediaFaultCode } from '../../../src/media/faults'

const stopping = AbortSignal.abort(new Error('the server is stopping'))

/** One try that ends with that error; what was given up for, and whether it is to be tried again. */
async function tried(error: Error | null, over: Partial<Parameters<typeof attempt>[0]> = {}) {
  const giveUp = vi.fn(async (_fault: MediaFault) => undefined)
  const work = async () => {
    if (error) throw error
  }
  const again = await attempt({ tried: 0, interrupted: 0, signal: undefined, work, giveUp, ...over }).then(
    () => false,
    () => true,
  )
  return { again, code: giveUp.mock.calls[0]?.[0].code ?? null }
}

const fault = (code: MediaFaultCode) => new MediaFault(code)
const last = { tried: RENDER_RETRIES }

describe('a render that was tried', () => {
  it.each<[string, Error | null, Parameters<typeof tried>[1], boolean, MediaFaultCode | null]>([
    ['is done', null, {}, false, null],
    ['with a passing fault is tried again', fault('media-render-failed'), {}, true, null],
    ['with a fault of another kind, too', new Error('disk I/O'), {}, true, null],
    ['with a lasting fault is given up at once', fault('media-damaged'), {}, false, 'media-damaged'],
    [
      'for the last time is given up for its fault',
      fault('media-tool-timeout'),
      last,
      false,
      'media-tool-timeout',
    ],
    [
      'for the last time with a fault of another kind',
      new Error('disk I/O'),
      last,
      true,
      'media-render-failed',
    ],
    [
      'while the server stopped is not given up',
      new Error('stopping'),
      { ...last, signal: stopping },
      true,
      null,
    ],
    ['after crashes goes on', null, { interrupted: 10 }, false, null],
    ['and took the server down each time is given up', null, { interrupted: 21 }, false, 'media-damaged'],
  ])('%s', async (_, error, over, again, code) => {
    expect(await tried(error, over)).toEqual({ again, code })
  })
})
