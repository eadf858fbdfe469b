'use client'
import { useConfig } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import { staffRequest, unlessAborted } from './staffRequest'
import { useSay } from './useSay'

/** The title of a content by its id; null while it is not known. */
export function useContentTitle(id: string | null | undefined): string | null {
  const { config } = useConfig()
  const { language } = useSay()
  const [found, setFound] = useState<{ id: string; title: string } | null>(null)
  useEffect(() => {
    if (!id) return
    const abort = new AbortController()
    const path = `${config.routes.api}/contents/${id}?depth=0&select[title]=true`
    staffRequest<{ title: string }>(path, { language, signal: abort.signal })
      .then((answer) => setFound(answer.ok ? { id, title: answer.value.title } : null))
      .catch(unlessAborted(abort.signal))
    return () => abort.abort()
  }, [id, config.routes.api, language])
  return found?.id === id ? (found?.title ?? null) : null
}
