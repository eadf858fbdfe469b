'use client'
import { Link, useConfig } from '@payloadcms/ui'
import type { DragEvent, ReactNode } from 'react'
import { useSay } from '../../useSay'
import { MediaState } from '../progress/MediaState'
import { bytesText } from '../upload/words'
import { draggedPieces } from './Folders'
import { kindIcons, kindTexts } from './kinds'
import { PiecePicture } from './PiecePicture'
import { lengthText, type Piece } from './piece'

/** One piece: its picture, what it is, and a box to select it by. */
export function PieceCard(props: {
  piece: Piece
  isDouble: boolean
  isSelected: boolean
  /** The ids that are dragged with it. */
  dragged: string[]
  onToggle: ((throughLast: boolean) => void) | null
  onChoose: (() => void) | null
  onTag: (tag: string) => void
}) {
  const { say } = useSay()
  const { piece, onToggle } = props
  const { kind } = piece
  const length = lengthText(piece)
  const size = piece.width && piece.height ? `${piece.width}×${piece.height}` : null
  const facts = [size, bytesText(piece.filesize ?? 0)].filter((fact) => fact !== null)
  return (
    <li className={props.isSelected ? 'xb-piece xb-piece--selected' : 'xb-piece'}>
      <Opener
        piece={piece}
        onChoose={props.onChoose}
        {...(onToggle && {
          onDragStart: (event: DragEvent) =>
            event.dataTransfer.setData(draggedPieces, props.dragged.join(',')),
        })}
      >
        <PiecePicture piece={piece} />
        <span className="xb-piece__name" title={piece.filename ?? ''}>
          {piece.filename}
        </span>
        <span className="xb-piece__facts">{facts.join(' · ')}</span>
        {piece.alt && (
          <span className="xb-piece__alt" title={piece.alt}>
            {piece.alt}
          </span>
        )}
        <span className="xb-piece__badges">
          {kind && (
            <span className="xb-piece__badge">
              <svg viewBox="0 0 16 16" width="11" height="11" aria-hidden="true">
                <path d={kindIcons[kind]} fill="currentColor" fillRule="evenodd" />
              </svg>
              <span>{say(kindTexts[kind])}</span>
            </span>
          )}
          {length && <span className="xb-piece__badge">{length}</span>}
        </span>
      </Opener>
      {(piece.state !== 'ready' || props.isDouble) && (
        <span className="xb-piece__states">
          {piece.state !== 'ready' && <MediaState id={piece.id} state={piece.state ?? ''} />}
          {props.isDouble && (
            <span
              className="xb-badge xb-badge--late"
              title={say({
                zh: '素材库中另有内容完全相同的文件',
                en: 'Another item of the library is the same file',
              })}
            >
              {say({ zh: '重复', en: 'Duplicate' })}
            </span>
          )}
        </span>
      )}
      {onToggle && (
        <input
          type="checkbox"
          className="xb-piece__select"
          checked={props.isSelected}
          aria-label={say({ zh: `选择 ${piece.filename}`, en: `Select ${piece.filename}` })}
          onChange={({ nativeEvent }) => onToggle((nativeEvent as MouseEvent).shiftKey)}
        />
      )}
      {(piece.tags?.length ?? 0) > 0 && (
        <span className="xb-piece__tags">
          {piece.tags?.slice(0, 3).map((tag) => (
            <button key={tag} type="button" onClick={() => props.onTag(tag)}>
              {tag}
            </button>
          ))}
        </span>
      )}
    </li>
  )
}

/** Opens the piece, or chooses it for the form behind the drawer. */
function Opener(props: {
  piece: Piece
  onChoose: (() => void) | null
  onDragStart?: (event: DragEvent) => void
  children: ReactNode
}) {
  const { config } = useConfig()
  const { piece, onChoose, onDragStart, children } = props
  if (onChoose) {
    return (
      <button type="button" className="xb-piece__open" data-piece={piece.id} onClick={onChoose}>
        {children}
      </button>
    )
  }
  return (
    <Link
      className="xb-piece__open"
      href={`${config.routes.admin}/collections/media/${piece.id}`}
      prefetch={false}
      data-piece={piece.id}
      draggable={Boolean(onDragStart)}
      onDragStart={onDragStart}
    >
      {children}
    </Link>
  )
}
