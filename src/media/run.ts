import { spawn } from 'node:child_process'
import { constants, setPriority } from 'node:os'
import { MediaFault } from './faults'

export type Run = {
  program: string
  args: string[]
  /** Killed after this; then the fault is `media-tool-timeout`. */
  timeoutMs: number
  signal?: AbortSignal | undefined
  /** Called with each line of standard output instead of collecting it. */
  onLine?: ((line: string) => void) | undefined
  /** Called with the end of standard error where the tool ended well: some report there. */
  onLastWords?: ((words: string) => void) | undefined
}

const KEPT_STDERR = 4000
const MAX_STDOUT = 4_000_000

/**
 * Runs a tool at low priority and returns its standard output. Throws MediaFault: `media-render-failed` with the tool's last
 * words where it ends with an error, `media-tool-missing` where it cannot be started; the signal's reason where aborted.
 */
export function runTool({ program, args, timeoutMs, signal, onLine, onLastWords }: Run): Promise<string> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason)
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] })
    let stdout = ''
    let stderr = ''
    let stopped: unknown

    const stop = (reason: unknown) => {
      stopped ??= reason
      child.kill('SIGKILL')
    }
    const onAbort = () => stop(signal?.reason)
    const timer = setTimeout(
      () => stop(new MediaFault('media-tool-timeout', { detail: `${timeoutMs} ms` })),
      timeoutMs,
    )
    signal?.addEventListener('abort', onAbort, { once: true })

    child.on('spawn', () => lower(child.pid))
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text
      if (onLine) stdout = emitLines(stdout, onLine)
      else if (stdout.length > MAX_STDOUT)
        stop(new MediaFault('media-damaged', { detail: 'endless metadata' }))
    })
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr = (stderr + text).slice(-KEPT_STDERR)
    })
    child.on('error', (cause) =>
      finish(() => reject(new MediaFault('media-tool-missing', { detail: program, cause }))),
    )
    child.on('close', (code, killed) =>
      finish(() => {
        if (stopped) reject(stopped)
        else if (code === 0) {
          onLastWords?.(stderr)
          resolve(stdout)
        } else
          reject(
            new MediaFault('media-render-failed', { detail: stderr.trim() || `ended by ${killed ?? code}` }),
          )
      }),
    )

    function finish(settle: () => void) {
      clearTimeout(timer)
      signal?.removeEventListener('abort', onAbort)
      settle()
    }
  })
}

function emitLines(text: string, onLine: (line: string) => void) {
  const lines = text.split('\n')
  const rest = lines.pop() ?? ''
  for (const line of lines) onLine(line)
  return rest
}

/** The child may have ended already: then there is nothing to lower. */
function lower(pid: number | undefined) {
  if (pid === undefined) return
  try {
    setPriority(pid, constants.priority.PRIORITY_LOW)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_SYSTEM_ERROR') throw error
  }
}
