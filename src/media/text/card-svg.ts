import { songCard } from '../../typeset/song-card'
import type { CardSpec } from '../spec'
import { baselineBelowMiddle, fontMeasure } from './font'
import { outlined } from './outline'
import { svg } from './text-svg'

/** As the player's song page has them (displays/player.css). */
export const CARD_GROUND = '#17130f'
const INK = '#fbf5ea'
const GOLD = '#f0c27b'
const SEAL = '#c8321f'
const TITLE_LEADING = 1.25
/** In ems, a tenth of the cover's side. */
const KIND_EMS = 0.7
const KIND_LINE_EMS = 1.3
const GAP_WIDE_EMS = 1.4
const GAP_TALL_EMS = 1.2
const CORNER_EMS = 0.24

export type Box = { left: number; top: number; side: number; radius: number }

/** A song's card without its cover: the words as an SVG of the screen's size, and where the cover goes. */
export function cardSvg(spec: CardSpec): { words: string; cover: Box } {
  const { width, height, title, cover: hasCover } = spec
  const { wide, side, room, title: fit } = songCard({ title, width, height, measure: fontMeasure(700) })
  const em = side / 10
  const kindLine = em * KIND_LINE_EMS
  const titleLine = fit.size * TITLE_LEADING
  const wordsHeight = kindLine + titleLine * fit.lines.length
  const gap = em * (wide ? GAP_WIDE_EMS : GAP_TALL_EMS)
  const left = wide ? (width - side - gap - room) / 2 : (width - side) / 2
  const top = wide ? (height - side) / 2 : (height - side - gap - wordsHeight) / 2
  const x = wide ? left + side + gap : width / 2
  const firstLine = wide ? (height - wordsHeight) / 2 : top + side + gap
  const anchor = wide ? 'start' : 'middle'
  const line = (text: string, y: number, size: number, weight: 400 | 700, fill: string, spacing = 0) =>
    outlined(text, { x, y: y + baselineBelowMiddle(weight) * size, size, weight, fill, anchor, spacing })

  const box = {
    left: Math.round(left),
    top: Math.round(top),
    side,
    radius: Math.round(em * CORNER_EMS),
  }
  const words = [
    line('歌曲', firstLine + kindLine / 2, em * KIND_EMS, 400, GOLD, 0.3),
    ...fit.lines.map((text, index) =>
      line(text, firstLine + kindLine + titleLine * (index + 0.5), fit.size, 700, INK),
    ),
  ]
  return { words: svg(spec, (hasCover ? '' : note(box, em)) + words.join('')), cover: box }
}

/** What stands where a cover would: a note on the seal's red. */
function note({ left, top, side, radius }: Box, em: number) {
  const size = em * 5
  const place = { x: left + side / 2, y: top + side / 2 + baselineBelowMiddle(400) * size, size }
  const square = `<rect x="${left}" y="${top}" width="${side}" height="${side}" rx="${radius}" fill="${SEAL}"/>`
  return square + outlined('♪', { ...place, weight: 400, fill: INK, anchor: 'middle' })
}
