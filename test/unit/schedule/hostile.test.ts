import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { HOSTILE } from './hostile'

// The command itself, in a process that may hold 100 MB beside what Node needs to start. How long it takes is a matter of
// the benchmarks; here it must only end.
const MAX_MB = 100
const COMMAND = fileURLToPath(new URL('../../../src/cli/run.mjs', import.meta.url))

describe('the timeline command', { timeout: 120_000 }, () => {
  beforeAll(() => timeline('{}'), 120_000) // compiles it where that is needed

  it.each(HOSTILE)('ends within 100 MB for %s', async (_, problem) => {
    const { code, errors, segments } = await timeline(JSON.stringify(problem()))
    expect(errors).toBe('')
    expect(code).toBe(0)
    expect(segments).toBeGreaterThan(0)
  })
})

type Result = { code: number | null; errors: string; segments: number }

async function timeline(problem: string): Promise<Result> {
  const args = [`--max-old-space-size=${MAX_MB}`, COMMAND, 'timeline', '-']
  const child = spawn(process.execPath, args, { timeout: 60_000, killSignal: 'SIGKILL' })
  child.stdin.end(problem)
  const ended = new Promise<number | null>((done) => child.once('close', done))
  const [output, errors] = await Promise.all([text(child.stdout), text(child.stderr)])
  return { code: await ended, errors, segments: output.match(/"anchor":/g)?.length ?? 0 }
}
