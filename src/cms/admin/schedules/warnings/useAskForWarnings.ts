'use client'
import { useAllFormFields, useConfig, useDocumentInfo } from '@payloadcms/ui'
import { reduceFieldsToValues } from 'payload/shared'
import { useEffect, useMemo } from 'react'
import type { ScheduleWarning } from '../../../collections/schedules/warnings'
import { staffRequest, unlessAborted } from '../../staffRequest'
import { useSay } from '../../useSay'
import type { WarningsStore } from './store'

/** Typing goes on for a while. */
const debounceMs = 400

/** The fields that the answer depends on. */
const asked = [
  'playlist',
  'targets',
  'level',
  'priority',
  'weight',
  'playsPerHour',
  'timezone',
  'start',
  'end',
  'rrule',
  'exdates',
  'rdates',
  'dayTypes',
  'dayparts',
  'enabled',
]

type Answer = { checked: boolean; warnings: ScheduleWarning[] }

/** Asks for the warnings of the form as it stands, after each change and each save; `attempt` asks once more. For one caller a form. */
export function useAskForWarnings(store: WarningsStore, attempt: number): void {
  const { config } = useConfig()
  const { id, lastUpdateTime } = useDocumentInfo()
  const { language } = useSay()
  const [fields] = useAllFormFields()
  const data = useMemo(() => {
    const values = reduceFieldsToValues(fields, true) as Record<string, unknown>
    return JSON.stringify(Object.fromEntries(asked.map((name) => [name, values[name]])))
  }, [fields])

  // biome-ignore lint/correctness/useExhaustiveDependencies: the last two only say when to ask again.
  useEffect(() => {
    const abort = new AbortController()
    const body = { id: id ? String(id) : null, data: JSON.parse(data) }
    async function ask() {
      store.set({ status: 'loading' })
      const path = `${config.routes.api}/timeline/warnings`
      const options = { language, method: 'POST', body, signal: abort.signal }
      const answer = await staffRequest<Answer>(path, options)
      if (abort.signal.aborted) return
      if (!answer.ok) store.set({ status: 'failed', warnings: [], message: answer.message })
      else
        store.set({ status: answer.value.checked ? 'known' : 'unchecked', warnings: answer.value.warnings })
    }
    const timer = setTimeout(() => void ask().catch(unlessAborted(abort.signal)), debounceMs)
    return () => {
      clearTimeout(timer)
      abort.abort()
    }
  }, [config.routes.api, id, data, language, store, lastUpdateTime, attempt])
}
