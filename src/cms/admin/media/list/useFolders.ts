'use client'
import { useConfig } from '@payloadcms/ui'
import { useCallback, useEffect, useState } from 'react'
import type { FolderCounts } from '../../../collections/media-folders/countsEndpoint'
import { staffRequest, unlessAborted } from '../../staffRequest'
import { useSay } from '../../useSay'

/** The folders with how many pieces lie in each; null until they are known. */
export function useFolders(): { counts: FolderCounts | null; refresh: () => void } {
  const { config } = useConfig()
  const { language } = useSay()
  const [counts, setCounts] = useState<FolderCounts | null>(null)
  const [asked, setAsked] = useState(0)

  // biome-ignore lint/correctness/useExhaustiveDependencies: `asked` only says when to ask again.
  useEffect(() => {
    const abort = new AbortController()
    staffRequest<FolderCounts>(`${config.routes.api}/media-folders/counts`, {
      language,
      signal: abort.signal,
    })
      .then((answer) => answer.ok && setCounts(answer.value))
      .catch(unlessAborted(abort.signal))
    return () => abort.abort()
  }, [config.routes.api, language, asked])

  return { counts, refresh: useCallback(() => setAsked((count) => count + 1), []) }
}
