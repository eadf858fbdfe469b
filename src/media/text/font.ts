import { createRequire } from 'node:module'
import { join } from 'node:path'
import { type Font, openSync } from 'fontkit'
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

/** Widths in ems as that font sets them. */
export function fontMeasure(weight: FontWeight): Measure {
  const font = fontOf(weight)
  return (text) =>
    font.layout(text).glyphs.reduce((sum, { advanceWidth }) => sum + advanceWidth, 0) / font.unitsPerEm
}

/** How far below the middle of a line its letters stand, in ems: CSS sets a line so that ascent and descent are centred. */
export function baselineBelowMiddle(weight: FontWeight): number {
  const { ascent, descent, unitsPerEm } = fontOf(weight)
  return (ascent + descent) / 2 / unitsPerEm
}
