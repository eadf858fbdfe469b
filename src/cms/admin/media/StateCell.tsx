'use client'
import type { DefaultCellComponentProps } from 'payload'
import { MediaState } from './progress/MediaState'

/** Whether a file can be shown, in a list. */
export function StateCell({ cellData, rowData }: DefaultCellComponentProps) {
  return <MediaState id={String(rowData.id)} state={String(cellData ?? '')} />
}
