'use client'
import { useAllFormFields } from '@payloadcms/ui'
import { reduceFieldsToValues } from 'payload/shared'
import { useMemo } from 'react'
import type { WhenFields } from './summary/facts'

export type When = WhenFields & { timezone?: string | null }

/** The fields of the form that say when, saved or not; the same object while they say the same. */
export function useWhen(): When {
  const [fields] = useAllFormFields()
  const text = useMemo(() => JSON.stringify(whenOf(reduceFieldsToValues(fields, true))), [fields])
  return useMemo(() => JSON.parse(text) as When, [text])
}

/** Those of a document's fields that say when. */
export function whenOf(document: Record<string, unknown>): When {
  const { timezone, start, end, rrule, exdates, rdates, dayTypes, dayparts } = document as When
  const rows = Array.isArray(dayparts) ? dayparts : []
  return {
    timezone: timezone ?? null,
    start: start ?? null,
    end: end ?? null,
    rrule: rrule ?? null,
    exdates: exdates ?? [],
    rdates: rdates ?? [],
    dayTypes: dayTypes ?? [],
    dayparts: rows.map(({ days, from, to }) => ({ days: days ?? [], from: from ?? null, to: to ?? null })),
  }
}
