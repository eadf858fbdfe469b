import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { lanesInput } from '../../factories/problem'

const problem = lanesInput([{ id: 's', seconds: [20, 40] }], { to: '2026-10-01T00:03:00+08:00' })
const bad = { ...problem, version: 3, display: { id: 'd', timezone: 'Nowhere' } }
const folder = mkdtempSync(join(tmpdir(), 'timeline-'))
const file = (name: string, content: string) => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

type Result = { code: number | null; stdout: string; stderr: string }

const COMMAND = ['src/cli/run.mjs', 'timeline']

/** Runs the command as `npm run -s timeline -- …` does. */
async function timeline(args: string[], input = ''): Promise<Result> {
  const child = spawn(process.execPath, COMMAND.concat(args))
  child.stdin.on('error', () => child.stdin.destroy()) // a command that fails at once reads nothing
  child.stdin.end(input)
  const code = new Promise<number | null>((resolve) => child.on('close', resolve))
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)])
  return { code: await code, stdout, stderr }
}

describe('npm run -s timeline', () => {
  beforeAll(async () => {
    await timeline(['--help']) // compiles it where it is stale
  }, 60_000)
  afterAll(() => rmSync(folder, { recursive: true }))

  it('prints the timeline of a file', async () => {
    const { code, stdout, stderr } = await timeline([file('problem.json', JSON.stringify(problem))])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(JSON.parse(stdout)).toEqual({
      display: 'd-1',
      from: '2026-10-01T00:00:00+08:00',
      to: '2026-10-01T00:03:00+08:00',
      segments: [
        {
          from: '2026-10-01T00:00:00+08:00',
          to: '2026-10-01T00:03:00+08:00',
          anchor: '2026-10-01T00:00:00+08:00',
          level: 'normal',
          schedules: ['s'],
          muted: false,
          loop: [
            { content: 's-0', schedule: 's', seconds: 20 },
            { content: 's-1', schedule: 's', seconds: 40 },
          ],
        },
      ],
      warnings: [],
    })
  })

  it('reads standard input and prints every play', async () => {
    const { stdout } = await timeline(['--plays', '-'], JSON.stringify(problem))
    const { plays } = JSON.parse(stdout) as { plays: object[] }
    expect(plays).toHaveLength(6)
    expect(plays[1]).toEqual({
      from: '2026-10-01T00:00:20+08:00',
      to: '2026-10-01T00:01:00+08:00',
      content: 's-1',
      schedule: 's',
    })
  })

  it.each([
    [['--plays'], '"content": "s-'],
    [['--plays', '--lines'], '"content":"s-'],
  ])('prints 400 days of plays in little memory (%s)', async (options, mark) => {
    const year = { ...problem, from: '2026-01-01T00:00:00+08:00', to: '2027-02-05T00:00:00+08:00' }
    // 1,152,000 plays are 150 MB of text and more: held as objects or as one string, they pass the limit.
    const child = spawn(process.execPath, ['--max-old-space-size=64', ...COMMAND, ...options, '-'])
    child.stdin.end(JSON.stringify(year))
    const code = new Promise<number | null>((resolve) => child.on('close', resolve))
    let contents = 0
    let tail = ''
    for await (const chunk of child.stdout.setEncoding('utf8') as AsyncIterable<string>) {
      const text = tail + chunk
      contents += text.split(mark).length - 1
      tail = text.slice(1 - mark.length)
    }
    expect(await code).toBe(0)
    expect(tail).toMatch(/\}\n$/)
    // Of every day two a minute, and the two of its loop.
    expect(contents).toBe(400 * (2 * 1440 + 2))
  })

  it('explains an instant', async () => {
    const { stdout } = await timeline(['--explain', '2026-09-30T16:01:30Z', '-'], JSON.stringify(problem))
    expect(JSON.parse(stdout)).toEqual({
      at: '2026-10-01T00:01:30+08:00',
      level: 'normal',
      muted: false,
      content: 's-1',
      schedule: 's',
      schedules: [{ id: 's', verdict: 'playing', because: expect.any(String), next: null }],
    })
  })

  it('answers a line with a line, bad ones with their errors', async () => {
    const input = [JSON.stringify(problem), '{', JSON.stringify(bad), '', JSON.stringify(problem)].join('\n')
    const { code, stdout } = await timeline(['--lines', '-'], input)
    expect(code).toBe(0)
    const lines = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(lines).toHaveLength(4)
    expect(lines[0]).toEqual(lines[3])
    expect(lines[1]).toMatchObject({ errors: [{ pointer: '', code: 'bad-json' }] })
    expect(lines[2]).toMatchObject({
      errors: [
        { pointer: '/version', code: 'bad-value' },
        { pointer: '/display/timezone', code: 'bad-timezone' },
      ],
    })
  })

  it.each<[string, string[], string, RegExp]>([
    [
      'a bad problem, a line a fault',
      ['-'],
      JSON.stringify(bad),
      /^\/version: .+\n\/display\/timezone: .+\n$/,
    ],
    ['what is not JSON', ['-'], '{', /^: Not JSON.*\n$/],
    ['what is not JSON on several lines', ['-'], '{\n  "a": x\n}', /^: Not JSON.*\n$/],
    [
      'names and values with line breaks, a line a fault',
      ['-'],
      JSON.stringify({ ...bad, version: 1, 'a\nb': 1, display: { id: 'd', timezone: 'No\nwhere' } }),
      /^\/display\/timezone: .+\n\/a\\u000ab: .+\n$/,
    ],
    ['a file that is not there', [join(folder, 'none.json')], '', /none\.json: cannot be read.*\n$/],
    ['no file', [], '', /^usage: /],
    ['an unknown option', ['--play', '-'], '', /^usage: /],
    [
      'an instant outside the range',
      ['--explain', '2026-10-02T00:00:00Z', '-'],
      JSON.stringify(problem),
      /^: --explain .*\n$/,
    ],
    [
      'an instant that is none',
      ['--explain', 'noon', '-'],
      JSON.stringify(problem),
      /^: --explain noon .*\n$/,
    ],
  ])('refuses %s with 2 and nothing on stdout', async (_, args, input, message) => {
    const { code, stdout, stderr } = await timeline(args, input)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toMatch(message)
  })
})
