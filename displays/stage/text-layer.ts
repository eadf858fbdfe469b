import type { Manifest } from '../../src/manifest/manifest'
import { LEGIBLE_PX, stillText } from '../../src/typeset/still-text'
import { element, textElement } from './element'
import { fontStack, loadFonts } from './fonts'
import { type ContentOf, type Layer, type LayerContext, STILL } from './layer'
import { canvasMeasure } from './measure'

type TextStyle = NonNullable<Manifest['contents'][string]['text']>

/** A slogan or notice: as large as the screen allows, or running from right to left. */
export function textLayer(content: ContentOf<'text'>, context: LayerContext): Layer {
  const root = element('div', 'layer text')
  const style = content.text
  if (!style) return { ...STILL, element: root, ready: Promise.resolve() }
  root.style.background = style.background
  root.style.color = style.color
  root.style.fontFamily = fontStack
  root.style.fontWeight = String(style.weight)
  let move: ((position: number) => void) | null = null

  async function lay(text: TextStyle): Promise<void> {
    // In the page, so that the browser fetches what it lacks; set for real once that is there.
    root.textContent = text.body
    await loadFonts(context.env, root)
    root.textContent = ''
    const still = text.motion === 'still' ? standingText(root, text, context) : false
    if (!still) {
      move = scrollingText(root, text, context)
      move(0)
    }
  }

  function frame(position: number) {
    if (move) move(position)
  }
  return { ...STILL, element: root, ready: lay(style), start: frame, frame }
}

/** False where it would be too small to read. */
function standingText(root: HTMLElement, text: TextStyle, context: LayerContext): boolean {
  const { body, align, weight } = text
  const set = stillText({ text: body, align, ...context.size, measure: canvasMeasure(weight) })
  if (!set.legible) return false
  const block = element('div', 'text-still', root)
  block.style.fontSize = `${set.size}px`
  block.style.lineHeight = `${set.lineHeight}px`
  block.style.textAlign = align
  block.style.padding = `0 ${set.margin}px`
  for (const line of set.lines)
    textElement('div', line.hangs ? 'text-hanging' : '', line.text || '\u00a0', block)
  return true
}

/**
 * One line that enters at the right edge when the item starts and comes again once it has left: its place follows from
 * the time alone, in whole pixels, so that it stays sharp and every screen shows the same.
 */
function scrollingText(
  root: HTMLElement,
  text: TextStyle,
  context: LayerContext,
): (position: number) => void {
  const { width, height } = context.size
  const size = Math.floor(Math.max(Math.min(height * 0.62, width * 0.3), Math.min(LEGIBLE_PX, height)))
  const body = text.body.replace(/\s*[\r\n]+\s*/g, '　')
  const line = textElement('div', 'text-scroll', body, root)
  line.style.fontSize = `${size}px`
  line.style.lineHeight = `${height}px`
  const length = Math.ceil(canvasMeasure(text.weight)(body) * size)
  return (position) => {
    line.style.transform = `translate3d(${scrollOffset(position, text.pixelsPerSecond, width, length)}px, 0, 0)`
  }
}

/** The left edge of a scrolling line in pixels, `position` ms into its item. */
export function scrollOffset(
  position: number,
  pixelsPerSecond: number,
  width: number,
  length: number,
): number {
  const travelled = (Math.max(0, position) * pixelsPerSecond) / 1000
  return Math.round(width - (travelled % (width + length)))
}
