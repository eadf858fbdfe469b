/** How far renders are that run now, 0 to 1, by what they make. Nothing of it outlives the process: a restart begins anew. */
export type ProgressBook = {
  note(name: string, done: number): void
  end(name: string): void
  /** Undefined where it does not run. */
  of(name: string): number | undefined
}

// Next bundles this module anew; one process has one book all the same.
const key = Symbol.for('xuanbo.renderProgress')

/** The progress of this process's renders. */
export function progressBook(): ProgressBook {
  const shared = globalThis as { [key]?: Map<string, number> }
  shared[key] ??= new Map()
  const running = shared[key]
  return {
    note: (name, done) => void running.set(name, Math.max(0, Math.min(1, done))),
    end: (name) => void running.delete(name),
    of: (name) => running.get(name),
  }
}

/** The name of what the office needs of an upload: its pictures in lists, and the version that any screen plays. */
export function mediaProgress(id: string): string {
  return `media/${id}`
}

/** The name of a rendition for particular screens. */
export function renditionProgress(key: string): string {
  return `rendition/${key}`
}
