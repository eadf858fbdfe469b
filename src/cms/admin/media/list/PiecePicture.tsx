'use client'
import { useConfig } from '@payloadcms/ui'
import { type CSSProperties, type PointerEvent, useState } from 'react'
import { kindIcons } from './kinds'
import { type Piece, pictureOf, stripOf } from './piece'

/**
 * The picture of a piece. A film shows its frames while the pointer moves over it from left to right; under the keyboard's focus they
 * pass by themselves. They are only fetched then: the style sheet names them.
 */
export function PiecePicture({ piece }: { piece: Piece }) {
  const { config } = useConfig()
  const [frame, setFrame] = useState<number | null>(null)
  const picture = pictureOf(piece, config.routes.api)
  const strip = stripOf(piece, config.routes.api)

  function onPointerMove({ currentTarget, clientX }: PointerEvent) {
    if (!strip) return
    const { left, width } = currentTarget.getBoundingClientRect()
    const at = Math.floor(((clientX - left) / width) * strip.frames)
    setFrame(Math.min(strip.frames - 1, Math.max(0, at)))
  }

  return (
    <span className="xb-picture" onPointerMove={onPointerMove} onPointerLeave={() => setFrame(null)}>
      {picture ? (
        // biome-ignore lint/performance/noImgElement: it is made at this size already
        <img src={picture} alt="" loading="lazy" decoding="async" draggable={false} />
      ) : (
        <svg viewBox="0 0 16 16" width="36" height="36" aria-hidden="true">
          <path d={kindIcons[piece.kind ?? 'document']} fill="currentColor" fillRule="evenodd" />
        </svg>
      )}
      {strip && <span className="xb-strip" style={styleOf(strip, frame)} />}
    </span>
  )
}

/** `frame` null: it is the style sheet that moves on. */
function styleOf(strip: NonNullable<ReturnType<typeof stripOf>>, frame: number | null) {
  const style: Record<string, string | number> = {
    aspectRatio: strip.aspect,
    '--frames': strip.frames,
    '--picture': `url("${strip.url}")`,
    [strip.aspect > 16 / 9 ? 'width' : 'height']: '100%',
  }
  if (frame !== null) {
    style.animation = 'none'
    style.backgroundPositionX = strip.frames === 1 ? '0%' : `${(frame / (strip.frames - 1)) * 100}%`
  }
  return style as CSSProperties
}
