'use client'
import { Button } from '@payloadcms/ui'
import { useId } from 'react'
import { useSay } from '../../useSay'

/** What can be done with the pieces that are selected. */
export function MoveBar(props: {
  count: number
  folders: { id: string; title: string }[]
  busy: boolean
  onMove: (folder: string | null) => void
  onClear: () => void
}) {
  const { say } = useSay()
  const id = useId()
  return (
    <div className="xb-library__moving" role="status">
      <span>{say({ zh: `已选 ${props.count} 个`, en: `${props.count} selected` })}</span>
      <label htmlFor={id}>{say({ zh: '移到', en: 'Move to' })}</label>
      <select
        id={id}
        value=""
        disabled={props.busy}
        onChange={({ target }) => props.onMove(target.value === '-' ? null : target.value)}
      >
        <option value="" disabled>
          {say({ zh: '选择素材夹…', en: 'Choose a folder…' })}
        </option>
        <option value="-">{say({ zh: '未归夹', en: 'No folder' })}</option>
        {props.folders.map((folder) => (
          <option key={folder.id} value={folder.id}>
            {folder.title}
          </option>
        ))}
      </select>
      <Button buttonStyle="none" size="small" margin={false} onClick={props.onClear}>
        {say({ zh: '取消选择', en: 'Clear' })}
      </Button>
    </div>
  )
}
