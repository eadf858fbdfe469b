'use client'
import { useConfig } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import type { Facts } from '../../../../media/facts'
import type { Media } from '../../../payload-types'
import { staffRequest, unlessAborted } from '../../staffRequest'
import { useSay } from '../../useSay'

export type KnownFacts =
  | { status: 'loading' }
  | { status: 'failed'; message: string }
  /** An item without facts: it has no file. */
  | { status: 'none' }
  | { status: 'known'; facts: Facts; measuring: boolean }

const everyMs = 3000

/** The facts of a media item; asked for again until it has been measured. */
export function useMediaFacts(media: string): KnownFacts {
  const { config } = useConfig()
  const { language } = useSay()
  const [known, setKnown] = useState<{ media: string; facts: KnownFacts } | null>(null)

  useEffect(() => {
    const abort = new AbortController()
    let timer: ReturnType<typeof setTimeout> | undefined
    async function ask() {
      const path = `${config.routes.api}/media/${media}?depth=0&select[facts]=true&select[state]=true`
      const answer = await staffRequest<Media>(path, { language, signal: abort.signal })
      if (abort.signal.aborted) return
      const facts: KnownFacts = answer.ok
        ? factsOf(answer.value)
        : { status: 'failed', message: answer.message }
      setKnown({ media, facts })
      if (facts.status === 'known' && facts.measuring) timer = setTimeout(askQuietly, everyMs)
    }
    const askQuietly = () => void ask().catch(unlessAborted(abort.signal))
    askQuietly()
    return () => {
      abort.abort()
      clearTimeout(timer)
    }
  }, [config.routes.api, media, language])

  return known?.media === media ? known.facts : { status: 'loading' }
}

function factsOf({ facts, state }: Media): KnownFacts {
  if (!facts) return { status: 'none' }
  const found = facts as unknown as Facts
  const lasts = found.kind === 'video' || found.kind === 'audio'
  return { status: 'known', facts: found, measuring: lasts && !found.analysis && state === 'processing' }
}
