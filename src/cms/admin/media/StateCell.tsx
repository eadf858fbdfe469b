'use client'
import type { DefaultCellComponentProps } from 'payload'
import { mediaStateOptions } from '../../i18n/options'
import { useSay } from '../useSay'

/** Whether a file can be shown, in a list. */
export function StateCell({ cellData }: DefaultCellComponentProps) {
  const { say } = useSay()
  const option = mediaStateOptions.find(({ value }) => value === cellData)
  return option ? <span className={`xb-badge xb-badge--${option.value}`}>{say(option.label)}</span> : null
}
