import { type Fit, fitText, type Measure } from './fit-text'

/** Still text that would be smaller than this scrolls instead: a Chinese character needs 16 pixels to be read. */
export const LEGIBLE_PX = 16
const LINE_HEIGHT = 1.3
/** Full-width marks fill the left half of their square: a centred line that ends with one looks off its centre. */
const HALF_EMPTY = /[，。、；：！？]$/
/** How far such a line is moved to the right, in ems. */
export const HANGING_EMS = 0.25
/** Of the screen, left free at each side. */
const MARGIN_X = 0.05
const MARGIN_Y = 0.06

export type StillText = {
  /** In pixels, as are the others. */
  size: number
  lineHeight: number
  /** Left free at the left and the right. */
  margin: number
  lines: { text: string; hangs: boolean }[]
  /** Whether it is large enough to be read. */
  legible: boolean
}

/** A slogan or notice set as large as a screen of that size allows, its lines one under another in the middle. */
export function stillText(options: {
  text: string
  align: 'left' | 'center' | 'right'
  width: number
  height: number
  measure: Measure
}): StillText {
  const { text, align, width, height, measure } = options
  const fit: Fit = fitText({
    text,
    width: width * (1 - 2 * MARGIN_X),
    height: height * (1 - 2 * MARGIN_Y),
    measure,
    lineHeight: LINE_HEIGHT,
  })
  return {
    size: fit.size,
    lineHeight: Math.floor(fit.size * LINE_HEIGHT),
    margin: Math.floor(width * MARGIN_X),
    lines: fit.lines.map((line) => ({ text: line, hangs: align === 'center' && HALF_EMPTY.test(line) })),
    legible: fit.size >= Math.min(LEGIBLE_PX, height * 0.5),
  }
}
