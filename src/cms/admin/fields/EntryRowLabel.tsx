'use client'
import { useConfig, useRowLabel, useTranslation } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import { languageOf } from '../../i18n/text'

type Row = { content?: string | { id: string } | null; seconds?: number | null }

/** `1 · 出门戴口罩 · 15 秒` */
export function EntryRowLabel() {
  const { data, rowNumber } = useRowLabel<Row>()
  const language = languageOf(useTranslation().i18n)
  const content = data?.content
  const title = useContentTitle(typeof content === 'object' ? content?.id : content)
  const untitled = language === 'zh' ? '未选内容' : 'No content yet'
  const seconds = data?.seconds ? ` · ${data.seconds} ${language === 'zh' ? '秒' : 's'}` : ''
  return (
    <span>
      {(rowNumber ?? 0) + 1} · {title ?? (content ? '…' : untitled)}
      {seconds}
    </span>
  )
}

function useContentTitle(id: string | null | undefined): string | null {
  const { config } = useConfig()
  const [title, setTitle] = useState<string | null>(null)
  useEffect(() => {
    setTitle(null)
    if (!id) return
    const abort = new AbortController()
    fetch(`${config.routes.api}/contents/${id}?depth=0&select[title]=true`, {
      signal: abort.signal,
      credentials: 'include',
    })
      .then((answer) => answer.json())
      .then((content: { title?: string }) => setTitle(content.title ?? null))
      .catch(() => setTitle(null))
    return () => abort.abort()
  }, [id, config.routes.api])
  return title
}
