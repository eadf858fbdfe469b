import { parentPort } from 'node:worker_threads'
import { type ClassInput, compileClass } from './compile-class'

// The worker thread of `classCompiler`: a class's input in, its outcome out. Whatever it throws ends it, and is told there.

parentPort?.on('message', (input: ClassInput) => {
  const outcome = compileClass(input)
  if (!outcome.ok) {
    parentPort?.postMessage(outcome)
    return
  }
  // Bytes of their own: a buffer that is handed over must share no memory with another.
  const body = new Uint8Array(outcome.compiled.body)
  parentPort?.postMessage({ ...outcome, compiled: { ...outcome.compiled, body } }, [body.buffer])
})
