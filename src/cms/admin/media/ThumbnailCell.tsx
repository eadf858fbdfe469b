'use client'
import { useConfig } from '@payloadcms/ui'
import type { DefaultCellComponentProps } from 'payload'
import { useState } from 'react'

/** The picture of the media that a document shows, in a list. `cellData` is the media's id, or the document itself. */
export function ThumbnailCell({ cellData }: DefaultCellComponentProps) {
  const { config } = useConfig()
  const [isMissing, setMissing] = useState(false)
  const id = typeof cellData === 'object' && cellData !== null ? (cellData as { id?: unknown }).id : cellData
  if (!id || isMissing) return null
  return (
    // biome-ignore lint/performance/noImgElement: it is made at this size already
    <img
      className="xb-thumbnail"
      src={`${config.routes.api}/media/${String(id)}/renditions/thumbnail`}
      alt=""
      loading="lazy"
      decoding="async"
      onError={() => setMissing(true)}
    />
  )
}
