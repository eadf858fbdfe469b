import { createRequire } from 'node:module'
import { join } from 'node:path'
import { type Font, type Glyph, openSync } from 'fontkit'
import type { Measure } from '../../typeset/fit-text'

const files = {
  400: '400Regular/NotoSansSC_400Regular.ttf',
  500: '500Medium/NotoSansSC_500Medium.ttf',
  700: '700Bold/NotoSansSC_700Bold.ttf',
  900: '900Black/NotoSansSC_900Black.ttf',
}
const weights = [400, 500, 700, 900] as const

export type FontWeight = keyof typeof files

/** Ten megabytes each: read once. */
const fonts = new Map<FontWeight, Font>()

/** The bundled Noto Sans SC in one of its weights. */
export function fontOf(weight: FontWeight): Font {
  const known = fonts.get(weight)
  if (known) return known
  const resolve = createRequire(join(process.cwd(), 'package.json')).resolve
  const font = openSync(resolve(`@expo-google-fonts/noto-sans-sc/${files[weight]}`))
  fonts.set(weight, font)
  return font
}

/** The bundled weight that is nearest to a wanted one. */
export function nearestWeight(weight: number): FontWeight {
  return weights.reduce((best, one) => (Math.abs(one - weight) < Math.abs(best - weight) ? one : best))
}

/** Marks whose right half is empty, and those whose left half is. */
const CLOSING = '，。、）》」』】〕〉〗'
const OPENING = '（《「『【〔〈〖'
const COLON = '：'

export type SetText = { glyphs: { glyph: Glyph; x: number }[]; width: number }

/**
 * A line of text in font units, kerned. Two marks that meet share an em and a half, as in browsers and in print (CLREQ 3.1.6.1,
 * 标点挤压).
 */
export function setText(text: string, weight: FontWeight): SetText {
  const font = fontOf(weight)
  const glyphs: SetText['glyphs'] = []
  let width = 0
  for (const [index, run] of runsOf(text).entries()) {
    if (index > 0) width -= font.unitsPerEm / 2
    const laid = font.layout(run)
    laid.glyphs.forEach((glyph, at) => {
      const { xAdvance = 0, xOffset = 0 } = laid.positions[at] ?? {}
      glyphs.push({ glyph, x: width + xOffset })
      width += xAdvance
    })
  }
  return { glyphs, width }
}

/** The text, cut between marks that are drawn together. */
function runsOf(text: string): string[] {
  const runs = ['']
  let before = ''
  for (const character of text) {
    if (meet(before, character)) runs.push('')
    runs[runs.length - 1] += character
    before = character
  }
  return runs
}

function meet(first: string, second: string) {
  if (first === '') return false
  if (OPENING.includes(second)) return (CLOSING + OPENING + COLON).includes(first)
  return CLOSING.includes(first) && (CLOSING + COLON).includes(second)
}

/** Widths in ems as that font sets them. */
export function fontMeasure(weight: FontWeight): Measure {
  const { unitsPerEm } = fontOf(weight)
  return (text) => setText(text, weight).width / unitsPerEm
}

/** How far below the middle of a line its letters stand, in ems: CSS sets a line so that ascent and descent are centred. */
export function baselineBelowMiddle(weight: FontWeight): number {
  const { ascent, descent, unitsPerEm } = fontOf(weight)
  return (ascent + descent) / 2 / unitsPerEm
}
