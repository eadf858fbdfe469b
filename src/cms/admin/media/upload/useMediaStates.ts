'use client'
import { useConfig } from '@payloadcms/ui'
import { useEffect, useRef, useState } from 'react'
import { staffRequest, unlessAborted } from '../../staffRequest'
import { useSay } from '../../useSay'

const everyMs = 3_000

/** The states of media documents by id, asked for as long as any of them is being processed. */
export function useMediaStates(
  ids: readonly string[],
  onProcessed?: () => void,
): ReadonlyMap<string, string> {
  const { config } = useConfig()
  const { language } = useSay()
  const [states, setStates] = useState<ReadonlyMap<string, string>>(new Map())
  const told = useRef(onProcessed)
  told.current = onProcessed
  const open = ids.filter((id) => !['ready', 'failed'].includes(states.get(id) ?? ''))
  const asked = open.join()

  useEffect(() => {
    if (asked === '') return
    const abort = new AbortController()
    let timer: ReturnType<typeof setTimeout>
    const query = `where[id][in]=${asked}&depth=0&pagination=false&select[state]=true`
    const ask = async () => {
      const path = `${config.routes.api}/media?${query}`
      const answer = await staffRequest<{ docs: { id: string; state: string }[] }>(path, {
        language,
        signal: abort.signal,
      })
      const docs = answer.ok ? answer.value.docs : []
      if (docs.some(({ state }) => state !== 'processing')) told.current?.()
      setStates((before) => new Map([...before, ...docs.map(({ id, state }) => [id, state] as const)]))
      timer = setTimeout(() => ask().catch(unlessAborted(abort.signal)), everyMs)
    }
    ask().catch(unlessAborted(abort.signal))
    return () => {
      abort.abort()
      clearTimeout(timer)
    }
  }, [asked, config.routes.api, language])
  return states
}
