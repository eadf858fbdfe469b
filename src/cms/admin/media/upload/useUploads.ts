'use client'
import { useAuth, useConfig } from '@payloadcms/ui'
import { useEffect, useMemo, useSyncExternalStore } from 'react'
import { useSay } from '../../useSay'
import { type UploadItem, type UploadQueue, uploadQueue } from './queue'
import { type SenderOptions, sendFile } from './sender'

const parallel = 3
const none: readonly UploadItem[] = []

/** One for all views of the page: uploads go on while somebody looks at something else. */
let shared: { queue: UploadQueue; options: SenderOptions } | null = null

/** The uploads of this page, and how they are sent. */
export function useUploads(maxBytes: number): {
  queue: UploadQueue
  items: readonly UploadItem[]
  options: SenderOptions
} {
  const { user } = useAuth()
  const { config } = useConfig()
  const { language } = useSay()
  const options = useMemo(
    () => ({ endpoint: `${config.routes.api}/uploads`, user: String(user?.id), maxBytes, language }),
    [config.routes.api, user?.id, maxBytes, language],
  )
  const queue = queueFor(options)
  const items = useSyncExternalStore(queue.subscribe, queue.items, () => none)
  useEffect(() => {
    window.addEventListener('online', queue.online)
    return () => window.removeEventListener('online', queue.online)
  }, [queue])
  useEffect(() => {
    const isBusy = items.some(({ state }) => ['waiting', 'sending', 'checking'].includes(state.name))
    if (!isBusy) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [items])
  return { queue, items, options }
}

function queueFor(options: SenderOptions): UploadQueue {
  if (shared?.options.user !== options.user) shared = begin(options)
  shared.options = options
  return shared.queue
}

function begin(options: SenderOptions) {
  const begun: { queue: UploadQueue; options: SenderOptions } = {
    options,
    queue: uploadQueue({
      send: (item, events) => sendFile(item, events, begun.options),
      parallel,
      now: Date.now,
    }),
  }
  return begun
}
