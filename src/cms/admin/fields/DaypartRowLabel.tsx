'use client'
import { useRowLabel, useTranslation } from '@payloadcms/ui'
import { weekdayOptions } from '../../i18n/options'
import { languageOf } from '../../i18n/text'

type Row = { days?: string[] | null; from?: string | null; to?: string | null }

/** `周一、周二 07:00–09:00` */
export function DaypartRowLabel() {
  const { data } = useRowLabel<Row>()
  const { i18n } = useTranslation()
  const language = languageOf(i18n)
  const days = weekdayOptions
    .filter(({ value }) => data?.days?.includes(value))
    .map(({ label }) => label[language])
  const everyDay = days.length === 0 || days.length === weekdayOptions.length
  const when = everyDay
    ? { zh: '每天', en: 'Every day' }[language]
    : days.join(language === 'zh' ? '、' : ', ')
  return (
    <span>
      {when} {data?.from || '··:··'}–{data?.to || '··:··'}
    </span>
  )
}
