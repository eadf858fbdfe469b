'use client'
import type { DefaultCellComponentProps } from 'payload'
import { useSay } from '../../useSay'
import { Sentence } from './Sentence'
import { summary } from './summary/summary'
import { whenOf } from './useWhen'

/** When a schedule plays, in one sentence, in the list of schedules. */
export function SummaryCell({ rowData }: DefaultCellComponentProps) {
  const { language } = useSay()
  const sentence = summary(whenOf(rowData ?? {}), language)
  return <span className="xb-sentence">{sentence ? <Sentence text={sentence} /> : '—'}</span>
}
