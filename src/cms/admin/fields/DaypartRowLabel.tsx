'use client'
import { useRowLabel } from '@payloadcms/ui'
import { weekdayOptions } from '../../i18n/options'
import { useSay } from '../useSay'

type Row = { days?: string[] | null; from?: string | null; to?: string | null }

/** `周一、周二 07:00–09:00` */
export function DaypartRowLabel() {
  const { data } = useRowLabel<Row>()
  const { say } = useSay()
  const days = weekdayOptions
    .filter(({ value }) => data?.days?.includes(value))
    .map(({ label }) => say(label))
  const everyDay = days.length === 0 || days.length === weekdayOptions.length
  const when = everyDay ? say({ zh: '每天', en: 'Every day' }) : days.join(say({ zh: '、', en: ', ' }))
  return (
    <span>
      {when} {data?.from || '··:··'}–{data?.to || '··:··'}
    </span>
  )
}
