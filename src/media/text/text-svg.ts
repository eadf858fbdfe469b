import { HANGING_EMS, stillText } from '../../typeset/still-text'
import type { TextSpec } from '../spec'
import { baselineBelowMiddle, fontMeasure, nearestWeight } from './font'
import { outlined } from './outline'

const anchors = { left: 'start', center: 'middle', right: 'end' } as const

/**
 * A slogan or notice as an SVG of the screen's size, set as the player sets it. A text that the player would let run across the
 * screen stands still here, however small: the editor is told of it by the advice beside the text.
 */
export function textSvg(spec: TextSpec): string {
  const { width, height, body, color, background, align } = spec
  const weight = nearestWeight(spec.weight)
  const set = stillText({ text: body, align, width, height, measure: fontMeasure(weight) })
  const left = { left: set.margin, center: width / 2, right: width - set.margin }[align]
  const top = (height - set.lineHeight * set.lines.length) / 2
  const baseline = set.lineHeight / 2 + baselineBelowMiddle(weight) * set.size
  const lines = set.lines.map(({ text, hangs }, index) =>
    outlined(text, {
      x: left + (hangs ? HANGING_EMS * set.size : 0),
      y: Math.round(top + index * set.lineHeight + baseline),
      size: set.size,
      weight,
      fill: color,
      anchor: anchors[align],
    }),
  )
  return svg(spec, `<rect width="100%" height="100%" fill="${background}"/>${lines.join('')}`)
}

/** An SVG document of that size in pixels. */
export function svg({ width, height }: { width: number; height: number }, content: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${content}</svg>`
}
