/** What the player needs from the outside world, handed in so that tests need no sleeps. */
export type Env = {
  /** Milliseconds that never jump (performance.now). */
  monotonic(): number
  /** The device's own idea of the time, ms since the epoch; often wrong. */
  wall(): number
  /** [0, 1) */
  random(): number
  setTimer(run: () => void, ms: number): number
  clearTimer(id: number): void
  fetch(url: string, init?: RequestInit): Promise<Response>
  /** SHA-256 off the main thread, on pages that may (https, localhost); where it is missing, script does it. */
  digest?(bytes: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer>
}

/** The browser's. */
export function browserEnv(): Env {
  const { subtle } = window.crypto
  return {
    digest: subtle ? (bytes) => subtle.digest('SHA-256', bytes) : undefined,
    monotonic: () => performance.now(),
    wall: () => Date.now(),
    random: () => Math.random(),
    setTimer: (run, ms) => window.setTimeout(run, ms),
    clearTimer: (id) => window.clearTimeout(id),
    fetch: (url, init) => window.fetch(url, init),
  }
}

/** A promise of `ms` milliseconds by `env`'s timers. */
export function wait(env: Env, ms: number): Promise<void> {
  return new Promise((resolve) => {
    env.setTimer(resolve, ms)
  })
}

/** Rejects with `Error(code)` where `work` takes longer than `ms`. */
export function within<T>(env: Env, ms: number, code: string, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = env.setTimer(() => reject(new Error(code)), ms)
    work.then(
      (value) => {
        env.clearTimer(timer)
        resolve(value)
      },
      (error) => {
        env.clearTimer(timer)
        reject(error)
      },
    )
  })
}
