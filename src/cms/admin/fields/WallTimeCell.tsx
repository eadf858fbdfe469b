'use client'
import type { DefaultCellComponentProps } from 'payload'

/** A wall time in a list: `2026-10-01 07:00`. */
export function WallTimeCell({ cellData }: DefaultCellComponentProps) {
  return <span>{typeof cellData === 'string' && cellData ? cellData.replace('T', ' ') : '—'}</span>
}
