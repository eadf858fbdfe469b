'use client'
import { useRowLabel } from '@payloadcms/ui'
import { useContentTitle } from '../useContentTitle'
import { useSay } from '../useSay'

type Row = { content?: string | { id: string } | null; seconds?: number | null }

/** `1 · 出门戴口罩 · 15 秒` */
export function EntryRowLabel() {
  const { data, rowNumber } = useRowLabel<Row>()
  const { say } = useSay()
  const content = data?.content
  const title = useContentTitle(typeof content === 'object' ? content?.id : content)
  const seconds = data?.seconds ? ` · ${data.seconds} ${say({ zh: '秒', en: 's' })}` : ''
  return (
    <span>
      {(rowNumber ?? 0) + 1} · {title ?? (content ? '…' : say({ zh: '未选内容', en: 'No content yet' }))}
      {seconds}
    </span>
  )
}
