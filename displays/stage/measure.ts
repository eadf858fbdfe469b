import type { Measure } from '../../src/typeset/fit-text'
import { fontStack } from './fonts'

const PROBE_PX = 100
let context: CanvasRenderingContext2D | null = null

/** Widths as this browser sets them, in ems of the player's font. */
export function canvasMeasure(weight: number): Measure {
  context = context || document.createElement('canvas').getContext('2d')
  const canvas = context
  if (!canvas) return (text) => text.length
  return (text) => {
    canvas.font = `${weight} ${PROBE_PX}px ${fontStack}`
    return canvas.measureText(text).width / PROBE_PX
  }
}
