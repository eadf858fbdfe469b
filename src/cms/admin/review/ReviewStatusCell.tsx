'use client'
import type { DefaultCellComponentProps } from 'payload'
import { useSay } from '../useSay'
import { StatusBadge } from './StatusBadge'

/** The review status in a list. */
export function ReviewStatusCell({ cellData }: DefaultCellComponentProps) {
  const { language } = useSay()
  return <StatusBadge status={String(cellData ?? 'draft')} language={language} />
}
