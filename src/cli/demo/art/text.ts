import { createRequire } from 'node:module'
import { join } from 'node:path'
import { type Font, openSync } from 'fontkit'

type Weight = 400 | 500 | 700 | 900

export type TextOptions = {
  x: number
  /** The baseline. */
  y: number
  size: number
  weight?: Weight
  fill: string
  anchor?: 'start' | 'middle' | 'end'
  /** Extra space between characters, in parts of the size. */
  spacing?: number
  opacity?: number
  /** An outline of that colour and width in pixels, behind the letters. */
  outline?: { color: string; width: number }
}

const files: Record<Weight, string> = {
  400: '400Regular/NotoSansSC_400Regular.ttf',
  500: '500Medium/NotoSansSC_500Medium.ttf',
  700: '700Bold/NotoSansSC_700Bold.ttf',
  900: '900Black/NotoSansSC_900Black.ttf',
}

const fonts = new Map<Weight, Font>()

/** A line of text as SVG paths, so that it looks the same whatever fonts the machine has. */
export function text(value: string, options: TextOptions): string {
  const { x, y, size, weight = 700, fill, anchor = 'start', spacing = 0, opacity = 1, outline } = options
  const font = fontOf(weight)
  const scale = size / font.unitsPerEm
  const { glyphs } = font.layout(value)
  const gap = spacing * font.unitsPerEm
  const width = glyphs.reduce((sum, glyph) => sum + glyph.advanceWidth + gap, -gap)
  const start = x - (anchor === 'middle' ? (width * scale) / 2 : anchor === 'end' ? width * scale : 0)

  let advance = 0
  const paths = glyphs.map((glyph) => {
    const path = `<path transform="translate(${round(advance)} 0)" d="${glyph.path.toSVG()}"/>`
    advance += glyph.advanceWidth + gap
    return path
  })
  const place = `transform="translate(${round(start)} ${round(y)}) scale(${scale} ${-scale})"`
  const stroke = outline
    ? `<g ${place} fill="none" stroke="${outline.color}" stroke-width="${outline.width / scale}" stroke-linejoin="round">${paths.join('')}</g>`
    : ''
  return `<g opacity="${opacity}">${stroke}<g ${place} fill="${fill}">${paths.join('')}</g></g>`
}

/** Text set from top to bottom; `x` is the middle of the column, `y` the top of the first character. */
export function column(value: string, options: Omit<TextOptions, 'anchor'>): string {
  const { x, y, size, spacing = 0 } = options
  const step = size * (1 + spacing)
  return [...value]
    .map((char, index) =>
      text(char, { ...options, x, y: y + size * 0.88 + index * step, anchor: 'middle', spacing: 0 }),
    )
    .join('')
}

function fontOf(weight: Weight) {
  const known = fonts.get(weight)
  if (known) return known
  const resolve = createRequire(join(process.cwd(), 'package.json')).resolve
  const font = openSync(resolve(`@expo-google-fonts/noto-sans-sc/${files[weight]}`))
  fonts.set(weight, font)
  return font
}

function round(value: number) {
  return Math.round(value * 100) / 100
}
