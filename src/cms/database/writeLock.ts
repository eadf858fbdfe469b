/** Lets one holder at a time through, first come, first served. */
export type WriteLock = {
  /** Resolves to the function that gives the lock back. Rejects where it cannot be had in time. */
  acquire(): Promise<() => void>
}

/** A lock for the writers of one process. `waitMs`: after how long a waiter gives up. */
export function createWriteLock({ waitMs }: { waitMs: number }): WriteLock {
  const waiting: (() => void)[] = []
  let held = false

  function release() {
    const next = waiting.shift()
    if (next) next()
    else held = false
  }

  function acquire(): Promise<() => void> {
    if (!held) {
      held = true
      return Promise.resolve(once(release))
    }
    return new Promise((resolve, reject) => {
      const turn = () => {
        clearTimeout(timer)
        resolve(once(release))
      }
      const timer = setTimeout(() => {
        waiting.splice(waiting.indexOf(turn), 1)
        reject(
          new Error(`The database was busy for ${waitMs} ms; does a hook write without passing its req?`),
        )
      }, waitMs)
      waiting.push(turn)
    })
  }

  return { acquire }
}

function once(action: () => void) {
  let done = false
  return () => {
    if (!done) action()
    done = true
  }
}
