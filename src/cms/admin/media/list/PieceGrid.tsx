'use client'
import { Button } from '@payloadcms/ui'
import { type KeyboardEvent, useRef, useState } from 'react'
import { useSay } from '../../useSay'
import { neighbour } from './neighbour'
import { PieceCard } from './PieceCard'
import type { Piece } from './piece'
import type { Library } from './useLibrary'

export type PieceGridProps = {
  library: Library
  isStale: boolean
  /** Something was asked for: an empty answer does not mean an empty library. */
  isNarrowed: boolean
  selected: ReadonlySet<string>
  /** Null where nothing may be moved. */
  onSelect: ((selected: ReadonlySet<string>) => void) | null
  /** In a drawer: a piece is chosen rather than opened. */
  onChoose: ((piece: Piece) => void) | null
  onTag: (tag: string) => void
  onReset: () => void
  onAgain: () => void
}

const placeholders = Array.from({ length: 12 }, (_, index) => index)

/** The pictures. Arrow keys go from one to the next, the space bar selects, Enter opens. */
export function PieceGrid(props: PieceGridProps) {
  const { say } = useSay()
  const { library, selected, onSelect } = props
  const list = useRef<HTMLUListElement>(null)
  const [last, setLast] = useState<string | null>(null)

  if (library.status === 'failed') {
    return (
      <div className="xb-library__empty" role="alert">
        <p>{library.message}</p>
        <Button size="medium" onClick={props.onAgain}>
          {say({ zh: '重试', en: 'Try again' })}
        </Button>
      </div>
    )
  }
  if (library.status === 'loading') {
    return (
      <ul className="xb-pieces" aria-busy="true" aria-label={say({ zh: '正在加载', en: 'Loading' })}>
        {placeholders.map((index) => (
          <li key={index} className="xb-piece xb-piece--none" />
        ))}
      </ul>
    )
  }
  const { pieces, total } = library
  if (pieces.length === 0) {
    return (
      <div className="xb-library__empty">
        {props.isNarrowed ? (
          <>
            <p>{say({ zh: '没有符合条件的素材。', en: 'No media match.' })}</p>
            <Button buttonStyle="secondary" size="medium" onClick={props.onReset}>
              {say({ zh: '清除条件', en: 'Show all' })}
            </Button>
          </>
        ) : (
          <p>
            {say({
              zh: '这里还没有素材。把图片、视频或音频拖进来即可上传。',
              en: 'Nothing here yet. Drop pictures, videos or sound here to upload them.',
            })}
          </p>
        )}
      </div>
    )
  }

  function toggle(piece: Piece, throughLast: boolean) {
    const ids = pieces.map(({ id }) => id)
    const [from, to] = [ids.indexOf(last ?? ''), ids.indexOf(piece.id)]
    const next = new Set(selected)
    if (throughLast && from >= 0) {
      for (const id of ids.slice(Math.min(from, to), Math.max(from, to) + 1)) next.add(id)
    } else if (!next.delete(piece.id)) next.add(piece.id)
    setLast(piece.id)
    onSelect?.(next)
  }

  function onKeyDown(event: KeyboardEvent) {
    const cards = [...(list.current?.querySelectorAll<HTMLElement>('[data-piece]') ?? [])]
    const at = cards.indexOf(event.target as HTMLElement)
    if (at < 0) return
    const piece = pieces[at]
    if (event.key === ' ' && onSelect && piece) {
      event.preventDefault()
      return toggle(piece, event.shiftKey)
    }
    const to = neighbour(
      event.key,
      at,
      cards.map((card) => card.getBoundingClientRect().top),
    )
    if (to === null) return
    event.preventDefault()
    cards[to]?.focus()
  }

  return (
    <>
      <p className="xb-library__total" role="status">
        {say({ zh: `共 ${total} 个素材`, en: total === 1 ? '1 file' : `${total} files` })}
        {onSelect && (
          <span>
            {say({
              zh: '拖到左侧素材夹，或勾选后移动',
              en: 'Drag onto a folder, or tick several and move them',
            })}
          </span>
        )}
      </p>
      <ul
        ref={list}
        className={props.isStale ? 'xb-pieces xb-pieces--stale' : 'xb-pieces'}
        onKeyDown={onKeyDown}
      >
        {pieces.map((piece) => (
          <PieceCard
            key={piece.id}
            piece={piece}
            isDouble={library.doubles.has(piece.sha256 ?? '')}
            isSelected={selected.has(piece.id)}
            dragged={selected.has(piece.id) ? [...selected] : [piece.id]}
            onToggle={onSelect ? (throughLast) => toggle(piece, throughLast) : null}
            onChoose={props.onChoose ? () => props.onChoose?.(piece) : null}
            onTag={props.onTag}
          />
        ))}
      </ul>
    </>
  )
}
