'use client'
import { useAuth, useConfig, useListDrawerContext } from '@payloadcms/ui'
import { type DragEvent, useState } from 'react'
import type { FolderCounts } from '../../../collections/media-folders/countsEndpoint'
import { useSay } from '../../useSay'
import { inNoFolder } from './browse'
import { NewFolder } from './NewFolder'

/** How dragged pieces name themselves: their ids, by commas. */
export const draggedPieces = 'application/x-xuanbo-media'

/** The folders beside the pictures. Pieces may be dropped on one where `onDrop` is given; null stands for none. */
export function Folders(props: {
  counts: FolderCounts | null
  chosen: string
  onChoose: (folder: string) => void
  onDrop: ((pieces: string[], folder: string | null) => void) | null
  onMade: () => void
}) {
  const { say } = useSay()
  const { permissions } = useAuth()
  const { config } = useConfig()
  const { isInDrawer } = useListDrawerContext()
  const { counts, onDrop } = props
  const rows = [
    { folder: '', title: say({ zh: '全部素材', en: 'All media' }), count: counts?.total, into: undefined },
    {
      folder: inNoFolder,
      title: say({ zh: '未归夹', en: 'In no folder' }),
      count: counts?.unfiled,
      into: null,
    },
    ...(counts?.folders ?? []).map(({ id, title, count }) => ({ folder: id, title, count, into: id })),
  ]
  return (
    <nav className="xb-folders" aria-label={say({ zh: '素材夹', en: 'Folders' })}>
      <h2>{say({ zh: '素材夹', en: 'Folders' })}</h2>
      <ul>
        {rows.map(({ folder, title, count, into }) => (
          <li key={folder}>
            <Folder
              title={title}
              count={count}
              isChosen={props.chosen === folder}
              onChoose={() => props.onChoose(folder)}
              onDrop={onDrop && into !== undefined ? (pieces) => onDrop(pieces, into) : null}
            />
          </li>
        ))}
      </ul>
      {!isInDrawer && permissions?.collections?.['media-folders']?.create && (
        <NewFolder onMade={props.onMade} />
      )}
      {!isInDrawer && counts !== null && counts.folders.length > 0 && (
        <a className="xb-folders__manage" href={`${config.routes.admin}/collections/media-folders`}>
          {say({ zh: '管理素材夹', en: 'Manage folders' })}
        </a>
      )}
    </nav>
  )
}

function Folder(props: {
  title: string
  count: number | undefined
  isChosen: boolean
  onChoose: () => void
  onDrop: ((pieces: string[]) => void) | null
}) {
  const { onDrop } = props
  const [isOver, setOver] = useState(false)
  const drag = onDrop && {
    onDragOver(event: DragEvent) {
      if (!event.dataTransfer.types.includes(draggedPieces)) return
      event.preventDefault()
      setOver(true)
    },
    onDragLeave: () => setOver(false),
    onDrop(event: DragEvent) {
      event.preventDefault()
      setOver(false)
      onDrop(event.dataTransfer.getData(draggedPieces).split(','))
    },
  }
  return (
    <button
      type="button"
      className={isOver ? 'xb-folder xb-folder--over' : 'xb-folder'}
      aria-current={props.isChosen ? 'true' : undefined}
      title={props.title}
      onClick={props.onChoose}
      {...drag}
    >
      <span className="xb-folder__title">{props.title}</span>
      <span className="xb-folder__count">{props.count ?? ''}</span>
    </button>
  )
}
