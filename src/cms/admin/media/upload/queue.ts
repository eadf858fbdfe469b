import { type Pace, paceOf, withSample } from './pace'

/** What the server answers of a file that arrived whole. */
export type Arrived = { doc: { id: string; filename: string }; duplicate: boolean; message: string | null }

export type UploadFault = {
  /** `refused` for good; `offline` goes on by itself once there is a network; `stopped` waits to be tried again. */
  kind: 'refused' | 'offline' | 'stopped'
  message: string
}

export type UploadState =
  | { name: 'waiting' | 'sending' | 'paused' | 'checking' }
  | ({ name: 'done' } & Arrived)
  | { name: 'refused' | 'offline' | 'stopped'; message: string }

export type UploadItem = {
  key: string
  file: File
  /** Id of a media folder, or null. */
  folder: string | null
  /** Which desk it was given to. */
  desk: string
  /** Bytes on their way or there. */
  sent: number
  pace: Pace
  state: UploadState
}

/** Told while a file is sent, never before `send` has returned. */
export type SendEvents = {
  onProgress(sent: number): void
  onDone(arrived: Arrived): void
  onFault(fault: UploadFault): void
}

/** A file on its way. */
export type Sending = {
  /** Stops; what has arrived is kept, and sending the same file again goes on there. */
  pause(): void
  /** Stops, and nothing is kept. */
  cancel(): void
}

export type UploadQueueOptions = {
  send: (item: Pick<UploadItem, 'file' | 'folder'>, events: SendEvents) => Sending
  /** Files sent at a time. */
  parallel: number
  now: () => number
}

export type UploadQueue = {
  add(files: readonly File[], to: { folder: string | null; desk: string }): void
  pause(key: string): void
  /** Goes on with what is paused, stopped or offline; what was refused would be so again. */
  resume(key: string): void
  /** Calls it off, and takes it from the list. */
  cancel(key: string): void
  /** Goes on with all that stopped for want of a network. */
  online(): void
  /** Takes what is done or refused from the list. */
  clear(): void
  items(): readonly UploadItem[]
  subscribe(listener: () => void): () => void
}

/** Files that are sent one after another, a few at a time. It lives as long as the page, whatever view is open. */
export function uploadQueue({ send, parallel, now }: UploadQueueOptions): UploadQueue {
  let items: readonly UploadItem[] = []
  let nextKey = 1
  const sendings = new Map<string, Sending>()
  const listeners = new Set<() => void>()

  return {
    add(files, { folder, desk }) {
      const added = files.map((file): UploadItem => {
        const key = String(nextKey)
        nextKey += 1
        return { key, file, folder, desk, sent: 0, pace: [], state: { name: 'waiting' } }
      })
      set([...items, ...added])
      fill()
    },
    pause(key) {
      if (!isIn(key, ['waiting', 'sending'])) return
      stop(key)?.pause()
      change(key, { state: { name: 'paused' }, pace: [] })
      fill()
    },
    resume,
    cancel(key) {
      stop(key)?.cancel()
      set(items.filter((item) => item.key !== key))
      fill()
    },
    online() {
      for (const { key, state } of items) if (state.name === 'offline') resume(key)
    },
    clear: () => set(items.filter(({ state }) => state.name !== 'done' && state.name !== 'refused')),
    items: () => items,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }

  function resume(key: string) {
    if (!isIn(key, ['paused', 'stopped', 'offline'])) return
    change(key, { state: { name: 'waiting' } })
    fill()
  }

  function fill() {
    for (const item of items) {
      if (sendings.size >= parallel) return
      if (item.state.name === 'waiting') begin(item)
    }
  }

  function begin({ key, file, folder }: UploadItem) {
    change(key, { state: { name: 'sending' }, pace: [] })
    const sending = send(
      { file, folder },
      {
        onProgress(sent) {
          if (!isMine()) return
          const pace = withSample(find(key)?.pace ?? [], { ms: now(), bytes: sent })
          change(key, { sent, pace, state: { name: sent < file.size ? 'sending' : 'checking' } })
        },
        onDone: (arrived) => end({ sent: file.size, state: { name: 'done', ...arrived } }),
        onFault: ({ kind, message }) => end({ pace: [], state: { name: kind, message } }),
      },
    )
    sendings.set(key, sending)

    /** What a paused or cancelled sending says late is not about what is shown now. */
    function isMine() {
      return sendings.get(key) === sending
    }
    function end(changes: Partial<UploadItem>) {
      if (!isMine()) return
      stop(key)
      change(key, changes)
      fill()
    }
  }

  function stop(key: string) {
    const sending = sendings.get(key)
    sendings.delete(key)
    return sending
  }

  function find(key: string) {
    return items.find((item) => item.key === key)
  }

  function isIn(key: string, names: UploadState['name'][]) {
    const item = find(key)
    return item !== undefined && names.includes(item.state.name)
  }

  function change(key: string, changes: Partial<UploadItem>) {
    set(items.map((item) => (item.key === key ? { ...item, ...changes } : item)))
  }

  function set(changed: readonly UploadItem[]) {
    items = changed
    for (const listener of listeners) listener()
  }
}

/** Percent of a file that is sent, rounded down: 100 is all of it. */
export function percentOf({ sent, file }: Pick<UploadItem, 'sent' | 'file'>): number {
  return file.size === 0 ? 100 : Math.floor((sent / file.size) * 100)
}

/** Seconds until a file is sent at its pace, or null where that is not known yet. */
export function secondsLeft({ sent, file, pace }: Pick<UploadItem, 'sent' | 'file' | 'pace'>): number | null {
  const speed = paceOf(pace)
  return speed === null || speed <= 0 ? null : Math.ceil((file.size - sent) / speed)
}
