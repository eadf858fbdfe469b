'use client'
import { useConfig } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import type { AdvisedScreen } from '../../../../media/advice'
import { staffRequest } from '../../staffRequest'
import { useSay } from '../../useSay'
import { reachedProfiles } from './reachedProfiles'
import { screenOf } from './screenOf'

export type Screens =
  | { status: 'loading' }
  | { status: 'failed'; message: string }
  /** `reached`: those that a content is scheduled on; otherwise all there are. */
  | { status: 'known'; screens: AdvisedScreen[]; reached: boolean }

/** The kinds of screens that a content's playlists reach; all of them where they reach none, and without a content. */
export function useScreens(content: string | null): Screens {
  const { config } = useConfig()
  const { language } = useSay()
  const [screens, setScreens] = useState<Screens>({ status: 'loading' })

  useEffect(() => {
    const abort = new AbortController()
    async function ask() {
      const get = async <T>(path: string): Promise<T> => {
        const answer = await staffRequest<T>(`${config.routes.api}/${path}`, {
          language,
          signal: abort.signal,
        })
        if (!answer.ok) throw new Error(answer.message)
        return answer.value
      }
      const { reached, profiles } = await reachedProfiles(content, get)
      setScreens({ status: 'known', screens: profiles.map(screenOf), reached })
    }
    ask().catch((error: Error) => {
      if (!abort.signal.aborted) setScreens({ status: 'failed', message: error.message })
    })
    return () => abort.abort()
  }, [config.routes.api, content, language])

  return screens
}
