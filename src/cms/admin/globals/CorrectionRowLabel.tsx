'use client'
import { useRowLabel } from '@payloadcms/ui'
import { dayKindOptions } from '../../i18n/options'
import { useSay } from '../useSay'

type Row = { from?: string | null; to?: string | null; kind?: string | null; note?: string | null }

/** `2027-10-01 – 2027-10-07 放假 · 国庆节` */
export function CorrectionRowLabel() {
  const { data } = useRowLabel<Row>()
  const { say } = useSay()
  const { from, to, kind, note } = data ?? {}
  const label = dayKindOptions.find(({ value }) => value === kind)?.label
  return (
    <span>
      {from || '····-··-··'}
      {to && to !== from ? ` – ${to}` : ''} {label && say(label)}
      {note ? ` · ${note}` : ''}
    </span>
  )
}
