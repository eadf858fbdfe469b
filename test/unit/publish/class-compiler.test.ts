import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { bundleNode } from '../../../src/cli/bundle.mjs'
import {
  type ClassCompiler,
  type ClassCompilerOptions,
  classCompiler,
} from '../../../src/publish/class-compiler'
import { compileClass } from '../../../src/publish/compile-class'
import { aClassInput } from '../../factories/class-input'

const folder = mkdtempSync(join(tmpdir(), 'class-compiler-'))
const script = join(folder, 'compile-worker.mjs')
const open: ClassCompiler[] = []

/** A worker of another making: `answer(input)` is what it does with what it is sent. */
function aWorker(name: string, answer: string) {
  const path = join(folder, `${name}.mjs`)
  writeFileSync(
    path,
    `import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
     import { parentPort } from 'node:worker_threads'
     const done = (input) => parentPort.postMessage({ ok: false, faults: [{ code: String(input.pollSeconds) }] })
     const once = ${JSON.stringify(join(folder, `${name}.once`))}
     parentPort.on('message', (input) => { ${answer} })`,
  )
  return path
}

function compiler(options: ClassCompilerOptions) {
  const made = classCompiler(options)
  open.push(made)
  return made
}

const told = (code: number) => ({ ok: false, faults: [{ code: String(code) }] })

beforeAll(() =>
  bundleNode({
    root: process.cwd(),
    entry: 'src/publish/compile-worker.ts',
    outfile: script,
    sources: `${script}.sources.json`,
  }),
)
afterEach(() => Promise.all(open.splice(0).map((one) => one.close())))
afterAll(() => rmSync(folder, { recursive: true }))

describe('classCompiler', () => {
  it('gives the very bytes that compiling in the same thread gives', async () => {
    const { compile } = compiler({ script })
    for (const pollSeconds of [10, 30, 10]) {
      const input = aClassInput({ pollSeconds })
      const [here, there] = [compileClass(input), await compile(input)]
      if (!here.ok || !there.ok) throw new Error('not compiled')
      expect(there.compiled.body).toBeInstanceOf(Buffer)
      expect(there.compiled.body.equals(here.compiled.body)).toBe(true)
      expect(there).toEqual(here)
    }
  })

  it('compiles as many classes at a time as it has threads, whether they rested or not', async () => {
    const met = join(folder, 'met')
    // Each answers once both are at work.
    const script = aWorker(
      'meets',
      `appendFileSync(${JSON.stringify(met)}, '.')
       while (readFileSync(${JSON.stringify(met)}, 'utf8').length < 2) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5)
       done(input)`,
    )
    const { compile, atOnce } = compiler({ script, threads: 2, idleMs: 1 })
    expect(atOnce).toBe(2)
    const both = [compile(aClassInput({ pollSeconds: 10 })), compile(aClassInput({ pollSeconds: 20 }))]
    expect(await Promise.all(both)).toEqual([told(10), told(20)])
    // A rested thread is there again when it is needed.
    const again = [compile(aClassInput({ pollSeconds: 30 })), compile(aClassInput({ pollSeconds: 40 }))]
    expect(await Promise.all(again)).toEqual([told(30), told(40)])
  })

  it('says what is wrong with schedules that had to be left out', async () => {
    const { compile } = compiler({ script })
    const input = aClassInput()
    for (const schedule of input.problem.schedules) schedule.rrule = 'FREQ=SECONDLY'
    expect(await compile(input)).toEqual(compileClass(input))
  })

  it.each([
    ['dies', 'if (!existsSync(once)) { writeFileSync(once, ""); process.exit(7) } done(input)'],
    ['throws', 'if (!existsSync(once)) { writeFileSync(once, ""); throw new Error("no") } done(input)'],
    ['hangs', 'if (!existsSync(once)) { writeFileSync(once, ""); for (;;); } done(input)'],
    [
      'eats all memory',
      'if (!existsSync(once)) { writeFileSync(once, ""); for (const all = []; ; ) all.push(Array(1e5).fill({})) } done(input)',
    ],
  ])('replaces a worker that %s, and tries the class once more', async (name, answer) => {
    const { compile } = compiler({
      script: aWorker(name, answer),
      limitMs: name === 'hangs' ? 2000 : 20_000,
      memoryMegabytes: 64,
    })
    expect(await compile(aClassInput({ pollSeconds: 5 }))).toEqual(told(5))
  })

  it.each([
    ['dies each time', 'if (input.pollSeconds === 13) process.exit(7); done(input)', 20_000, /ended with 7/],
    [
      'throws each time',
      'if (input.pollSeconds === 13) throw new Error("no such"); done(input)',
      20_000,
      /no such/,
    ],
    ['hangs each time', 'while (input.pollSeconds === 13); done(input)', 2000, /longer than 2 s/],
  ])('gives a class up whose worker %s, and goes on with the next', async (name, answer, limitMs, why) => {
    const { compile } = compiler({ script: aWorker(name, answer), limitMs })
    const bad = compile(aClassInput({ pollSeconds: 13 }))
    const next = compile(aClassInput({ pollSeconds: 5 }))
    await expect(bad).rejects.toThrow(why)
    expect(await next).toEqual(told(5))
  })

  it('tells of a worker that cannot be started, and does not end the process', async () => {
    const { compile } = compiler({ script: join(folder, 'nowhere.mjs') })
    await expect(compile(aClassInput())).rejects.toThrow('nowhere.mjs')
  })

  it('ends what it is at when it is closed, and takes nothing more', async () => {
    const hanging = compiler({ script: aWorker('endless', 'writeFileSync(once, ""); for (;;);') })
    const under = hanging.compile(aClassInput())
    await vi.waitUntil(() => existsSync(join(folder, 'endless.once')), { timeout: 20_000 })
    await Promise.all([hanging.close(), expect(under).rejects.toThrow('ended')])
    await expect(hanging.compile(aClassInput())).rejects.toThrow('closed')
  })
})
