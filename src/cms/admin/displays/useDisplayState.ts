'use client'
import { useConfig } from '@payloadcms/ui'
import { useCallback, useEffect, useState } from 'react'
import type { DisplayState } from '../../payload-types'
import { staffRequest, unlessAborted } from '../staffRequest'
import { useSay } from '../useSay'

export type Watched =
  | { status: 'loading' }
  | { status: 'failed'; message: string }
  | { status: 'known'; state: DisplayState | null; at: number }

const everyMs = 5_000

/** What the server knows of a display, asked anew every five seconds while the page is in view, and at once by `refresh`. */
export function useDisplayState(display: string): { watched: Watched; refresh: () => void } {
  const { config } = useConfig()
  const { language } = useSay()
  const [watched, setWatched] = useState<Watched>({ status: 'loading' })
  const [asked, setAsked] = useState(0)
  const refresh = useCallback(() => setAsked((count) => count + 1), [])

  // biome-ignore lint/correctness/useExhaustiveDependencies: `asked` only says when to ask again.
  useEffect(() => {
    const abort = new AbortController()
    const path = `${config.routes.api}/display-states?where[display][equals]=${display}&limit=1&depth=0`
    async function ask() {
      if (document.hidden) return
      const answer = await staffRequest<{ docs: DisplayState[] }>(path, { language, signal: abort.signal })
      if (abort.signal.aborted) return
      if (answer.ok) setWatched({ status: 'known', state: answer.value.docs[0] ?? null, at: Date.now() })
      else setWatched({ status: 'failed', message: answer.message })
    }
    const askQuietly = () => void ask().catch(unlessAborted(abort.signal))
    askQuietly()
    const timer = setInterval(askQuietly, everyMs)
    return () => {
      clearInterval(timer)
      abort.abort()
    }
  }, [config.routes.api, display, language, asked])

  return { watched, refresh }
}
