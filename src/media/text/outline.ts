import { type FontWeight, fontOf, setText } from './font'

export type OutlineOptions = {
  x: number
  /** The baseline. */
  y: number
  size: number
  weight?: FontWeight
  fill: string
  anchor?: 'start' | 'middle' | 'end'
  /** Extra space between characters, in parts of the size. */
  spacing?: number
  opacity?: number
  /** An outline of that colour and width in pixels, behind the letters. */
  outline?: { color: string; width: number }
}

/** A line of text as SVG paths, so that it looks the same whatever fonts the machine has. */
export function outlined(value: string, options: OutlineOptions): string {
  const { x, y, size, weight = 700, fill, anchor = 'start', spacing = 0, opacity = 1, outline } = options
  const { unitsPerEm } = fontOf(weight)
  const scale = size / unitsPerEm
  const { glyphs, width: natural } = setText(value, weight)
  const gap = spacing * unitsPerEm
  const width = natural + gap * Math.max(0, glyphs.length - 1)
  const start = x - (anchor === 'middle' ? (width * scale) / 2 : anchor === 'end' ? width * scale : 0)

  const paths = glyphs.map(
    ({ glyph, x: left }, index) =>
      `<path transform="translate(${round(left + gap * index)} 0)" d="${glyph.path.toSVG()}"/>`,
  )
  const place = `transform="translate(${round(start)} ${round(y)}) scale(${scale} ${-scale})"`
  const stroke = outline
    ? `<g ${place} fill="none" stroke="${outline.color}" stroke-width="${outline.width / scale}" stroke-linejoin="round">${paths.join('')}</g>`
    : ''
  return `<g opacity="${opacity}">${stroke}<g ${place} fill="${fill}">${paths.join('')}</g></g>`
}

function round(value: number) {
  return Math.round(value * 100) / 100
}
