import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Play } from '../../../src/manifest/messages'
import type { PlayLog } from '../../../src/plays/log'
import { sqlitePlayLog } from '../../../src/plays/sqlite'

let folder: string
let log: PlayLog
const open = () => sqlitePlayLog(join(folder, 'plays.db'))
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'plays-'))
  log = open()
})
afterEach(async () => {
  await log.close()
  rmSync(folder, { recursive: true })
})

const aPlay = (seq: number, over: Partial<Play> = {}): Play => ({
  seq,
  content: 'c-1',
  schedule: 's-1',
  from: 1_000_000 + seq * 1000,
  ms: 1000,
  outcome: 'completed',
  manifest: 'a'.repeat(64),
  ...over,
})
const batch = (plays: Play[], over = {}) => ({ display: 'd', bootId: 'b', plays, receivedAt: 5, ...over })

describe('sqlitePlayLog', () => {
  it('keeps every field of a play', async () => {
    const play = aPlay(7, {
      schedule: null,
      outcome: 'failed',
      error: 'decode',
      zone: 'main',
      unsynced: true,
    })
    await log.add(batch([play]))
    expect(await log.find({ limit: 10 })).toEqual([{ ...play, display: 'd', bootId: 'b', receivedAt: 5 }])
  })

  it('counts a play once, however often and in whatever company it comes', async () => {
    expect(await log.add(batch([aPlay(1), aPlay(2)]))).toEqual({ accepted: 2, duplicates: 0 })
    expect(await log.add(batch([aPlay(2), aPlay(3), aPlay(3)]))).toEqual({ accepted: 1, duplicates: 2 })
    expect(await log.find({ limit: 10 })).toHaveLength(3)
  })

  it.each([
    ['display', { display: 'other' }],
    ['boot', { bootId: 'other' }],
  ])('takes the same number of another %s for another play', async (_what, over) => {
    await log.add(batch([aPlay(1)]))
    expect(await log.add(batch([aPlay(1)], over))).toEqual({ accepted: 1, duplicates: 0 })
  })

  it('has what it answered for after it is opened anew', async () => {
    await log.add(batch([aPlay(1)]))
    await log.close()
    log = open()
    expect(await log.add(batch([aPlay(1)]))).toEqual({ accepted: 0, duplicates: 1 })
  })

  it.each([
    [{ limit: 2 }, [3, 2]],
    [{ limit: 10, from: 1_002_000 }, [3, 2]],
    [{ limit: 10, to: 1_002_000 }, [1]],
    [{ limit: 10, content: 'c-2' }, [3]],
    [{ limit: 10, display: 'nobody' }, []],
  ])('finds by %j, the newest first', async (query, expected) => {
    await log.add(batch([aPlay(1), aPlay(2), aPlay(3, { content: 'c-2' })]))
    expect((await log.find(query)).map(({ seq }) => seq)).toEqual(expected)
  })

  it('counts as many plays as there are different ones, over any resending', async () => {
    const all = fc.array(fc.array(fc.nat(30), { maxLength: 20 }), { maxLength: 10 })
    let run = 0
    await fc.assert(
      fc.asyncProperty(all, async (batches) => {
        run += 1
        const display = `d${run}`
        let accepted = 0
        for (const seqs of batches)
          accepted += (
            await log.add(
              batch(
                seqs.map((seq) => aPlay(seq)),
                { display },
              ),
            )
          ).accepted
        expect(accepted).toBe(new Set(batches.flat()).size)
      }),
      { numRuns: 30 },
    )
  })
})
