'use client'
import type { DefaultCellComponentProps } from 'payload'
import { useSay } from '../../useSay'
import { summary } from './summary/summary'
import { whenOf } from './useWhen'

/** When a schedule plays, in one sentence, in the list of schedules. */
export function SummaryCell({ rowData }: DefaultCellComponentProps) {
  const { language } = useSay()
  return <span className="xb-summary">{summary(whenOf(rowData ?? {}), language) ?? '—'}</span>
}
