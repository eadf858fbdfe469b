import { Worker } from 'node:worker_threads'
import type { ClassInput, ClassOutcome } from './compile-class'

export type CompileClass = (input: ClassInput) => Promise<ClassOutcome>

export type ClassCompiler = {
  /** Compiles a class. Rejects where the worker dies or takes too long twice over, and once it is closed. */
  compile: CompileClass
  /** How many classes are worth handing over at a time. */
  atOnce: number
  /** Ends the workers, and whatever they are at. */
  close(): Promise<void>
}

export type ClassCompilerOptions = ThreadOptions & {
  /** How many classes are compiled at a time, 1 by default; each thread takes its next one when it is done. */
  threads?: number
  /** A thread beside the first is ended once it has had nothing to do for this long, in ms. */
  idleMs?: number
}

type ThreadOptions = {
  /** The bundle of compile-worker.ts. */
  script: string
  /** How long one class may take, in ms. */
  limitMs?: number
  /** How much memory the thread may take: one that wants more dies alone, and takes no other with it. */
  memoryMegabytes?: number
}

/** A class of 50 schedules takes some 30 ms: what takes this long would never end. */
const longestMs = 30_000
const attempts = 2
/** For young objects: with half of it a class takes a tenth longer, with Node's own 48 MB the thread is 30 MB larger and no faster. */
const youngMegabytes = 16
const usualIdleMs = 10_000

/** `compileClass` in worker threads, so that no poll waits for it. Those beside the first are there only while there is work for them. */
export function classCompiler({
  threads = 1,
  idleMs = usualIdleMs,
  ...options
}: ClassCompilerOptions): ClassCompiler {
  const all = Array.from({ length: threads }, (_, index) => {
    const thread = compilingThread(options)
    if (index === 0) thread.warm()
    return { ...thread, waiting: 0, timer: undefined as NodeJS.Timeout | undefined }
  })
  const [first] = all
  return {
    atOnce: threads,
    async compile(input) {
      const mine = all.reduce((best, thread) => (thread.waiting < best.waiting ? thread : best))
      clearTimeout(mine.timer)
      mine.waiting += 1
      try {
        return await mine.compile(input)
      } finally {
        mine.waiting -= 1
        if (mine.waiting === 0 && mine !== first) mine.timer = setTimeout(mine.rest, idleMs).unref()
      }
    },
    async close() {
      for (const { timer } of all) clearTimeout(timer)
      await Promise.all(all.map((thread) => thread.close()))
    },
  }
}

/** One worker, one class at a time. A worker that died or hangs is replaced, and the class tried again. */
function compilingThread({ script, limitMs = longestMs, memoryMegabytes = 512 }: ThreadOptions) {
  let closed = false
  let worker: Worker | null = null
  let work: Promise<unknown> = Promise.resolve()

  function start(): Worker {
    const resourceLimits = {
      maxOldGenerationSizeMb: memoryMegabytes,
      maxYoungGenerationSizeMb: youngMegabytes,
    }
    const started = new Worker(script, { resourceLimits })
    // While nobody waits for it, its end is only noted; without a listener an error would end the process.
    started.on('error', () => forget(started))
    started.on('exit', () => forget(started))
    return started
  }

  function forget(ended: Worker) {
    if (worker === ended) worker = null
  }

  async function attempt(input: ClassInput): Promise<ClassOutcome> {
    if (closed) throw new Error('the compiler is closed')
    worker ??= start()
    const mine = worker
    try {
      return await answerOf(mine, input, limitMs)
    } catch (error) {
      forget(mine)
      await mine.terminate()
      throw error
    }
  }

  async function persist(input: ClassInput): Promise<ClassOutcome> {
    for (let number = 1; ; number += 1) {
      try {
        return await attempt(input)
      } catch (error) {
        if (closed || number === attempts) throw error
      }
    }
  }

  return {
    /** Starts the worker before it is needed. */
    warm() {
      worker ??= start()
    },
    compile(input: ClassInput): Promise<ClassOutcome> {
      const mine = work.then(() => persist(input))
      work = mine.catch(() => undefined)
      return mine
    },
    /** Gives the worker's memory back until it is needed. */
    async rest() {
      const ended = worker
      worker = null
      await ended?.terminate()
    },
    async close() {
      closed = true
      await worker?.terminate()
    },
  }
}

/** What that worker answers; rejects where it ends, or the time does, before. */
function answerOf(worker: Worker, input: ClassInput, limitMs: number): Promise<ClassOutcome> {
  const over = new AbortController()
  const answered = new Promise<ClassOutcome>((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error(`compiling took longer than ${limitMs / 1000} s`)),
      limitMs,
    )
    const heard = (outcome: ClassOutcome) => resolve(withBuffer(outcome))
    const ended = (code: number) => reject(new Error(`the compiling thread ended with ${code}`))
    worker.on('message', heard).on('error', reject).on('exit', ended)
    over.signal.addEventListener('abort', () => {
      clearTimeout(timer)
      worker.off('message', heard).off('error', reject).off('exit', ended)
    })
    worker.postMessage(input)
  })
  return answered.finally(() => over.abort())
}

/** Between threads a Buffer arrives as bare bytes. */
function withBuffer(outcome: ClassOutcome): ClassOutcome {
  if (!outcome.ok) return outcome
  const { buffer, byteOffset, byteLength } = outcome.compiled.body
  return { ...outcome, compiled: { ...outcome.compiled, body: Buffer.from(buffer, byteOffset, byteLength) } }
}
