'use client'
import { useCallback, useSyncExternalStore } from 'react'
import type { Language } from '../../../i18n/text'
import { staffRequest } from '../../staffRequest'
import { useSay } from '../../useSay'
import type { MediaReport } from './report'
import { type ProgressOf, type ProgressStore, progressStore } from './store'

const stores = new Map<string, ProgressStore>()

/** How far a document's files are, and how to have those tried again that failed. Undefined until the server has said. */
export function useProgress(
  id: string,
  of: ProgressOf = 'media',
): {
  report: MediaReport | undefined
  /** All of a media file, or one rendition by its id. Gives the server's words where it refuses. */
  retry: (rendition?: string) => Promise<string | null>
  /** Looks at once, and a few times more: something has changed. */
  ask: () => void
} {
  const { language } = useSay()
  const store = storeOf(language, of)
  const watch = useCallback((listener: () => void) => store.watch(id, listener), [store, id])
  const report = useSyncExternalStore(
    watch,
    () => store.of(id),
    () => undefined,
  )
  const retry = useCallback(
    async (rendition?: string) => {
      const path = rendition ? `/api/renditions/${rendition}/retry` : `/api/media/${id}/retry`
      const answer = await staffRequest(path, { method: 'POST', language })
      store.ask()
      return answer.ok ? null : answer.message
    },
    [store, id, language],
  )
  return { report, retry, ask: store.ask }
}

function storeOf(language: Language, of: ProgressOf) {
  const key = `${language} ${of}`
  const known = stores.get(key) ?? progressStore(language, of)
  stores.set(key, known)
  return known
}
