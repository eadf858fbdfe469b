'use client'
import { useDebounce } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import { type FormFault, staffRequest } from '../../staffRequest'
import { useSay } from '../../useSay'
import type { When } from './useWhen'

/** What `POST /api/timeline/occurrences` answers. */
export type Answer = {
  occurrences: { date: string; from: string; to: string }[]
  ended: boolean
  timezone: string
  unknownYears: number[]
  calendar: { holidays: string[]; workdays: string[] }
}

export type Asked =
  | { state: 'waiting' }
  | { state: 'known'; answer: Answer }
  | { state: 'faulty'; faults: FormFault[] }
  | { state: 'failed'; message: string }

export type Marks = { of: (date: string) => 'holiday' | 'workday' | null }

const quietMs = 300

/** When a schedule would play next, asked of the server once typing pauses. `stale` while the answer is of older fields. */
export function useOccurrences(when: When): { asked: Asked; stale: boolean; marks: Marks } {
  const { language } = useSay()
  const body = useDebounce(when, quietMs)
  const [asked, setAsked] = useState<{ of: When | null; result: Asked }>({
    of: null,
    result: { state: 'waiting' },
  })
  const [marks, setMarks] = useState<Marks>({ of: () => null })
  useEffect(() => {
    const abort = new AbortController()
    staffRequest<Answer>('/api/timeline/occurrences', {
      language,
      method: 'POST',
      body,
      signal: abort.signal,
    })
      .then((answer) => {
        if (answer.ok) {
          setAsked({ of: body, result: { state: 'known', answer: answer.value } })
          setMarks(marksOf(answer.value.calendar))
        } else if (answer.faults.length > 0) {
          setAsked({ of: body, result: { state: 'faulty', faults: answer.faults } })
        } else setAsked({ of: body, result: { state: 'failed', message: answer.message } })
      })
      .catch((error: unknown) => {
        if (!abort.signal.aborted) throw error
      })
    return () => abort.abort()
  }, [body, language])
  return { asked: asked.result, stale: asked.of !== when, marks }
}

function marksOf({ holidays, workdays }: Answer['calendar']): Marks {
  const [off, on] = [new Set(holidays), new Set(workdays)]
  return { of: (date) => (off.has(date) ? 'holiday' : on.has(date) ? 'workday' : null) }
}
