'use client'
import { useCallback, useSyncExternalStore } from 'react'
import type { Language } from '../../../i18n/text'
import { staffRequest } from '../../staffRequest'
import { useSay } from '../../useSay'
import type { MediaReport } from './report'
import { type ProgressStore, progressStore } from './store'

const stores = new Map<Language, ProgressStore>()

/** How far a media document's files are, and how to have those tried again that failed. Undefined until the server has said. */
export function useProgress(id: string): {
  report: MediaReport | undefined
  /** All of the file, or one rendition by its id. Gives the server's words where it refuses. */
  retry: (rendition?: string) => Promise<string | null>
} {
  const { language } = useSay()
  const store = storeOf(language)
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
  return { report, retry }
}

function storeOf(language: Language) {
  const known = stores.get(language) ?? progressStore(language)
  stores.set(language, known)
  return known
}
