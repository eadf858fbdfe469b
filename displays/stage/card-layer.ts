import { fitText } from '../../src/typeset/fit-text'
import { words } from '../words'
import { clockText, dateParts } from './dates'
import { element, textElement } from './element'
import { fontStack } from './fonts'
import { type Layer, type Size, STILL, shapeOf } from './layer'
import { canvasMeasure } from './measure'

const TICK_MS = 250
const LINE_HEIGHT = 1.35
/** Room for the display's name on each shape of card, in its ems. */
const NAME_BOX = {
  wide: { width: 18, lines: 2, size: 1.7 },
  tall: { width: 13.5, lines: 2, size: 1.3 },
  plain: { width: 16.5, lines: 1, size: 1.3 },
}

/** What a screen shows when it has nothing to show: its name and the time. Never black. */
export function standbyLayer(
  size: Size,
  options: { name(): string; now(): number; monotonic(): number },
): Layer {
  const { width, height } = size
  const shape = shapeOf(size)
  const root = element('div', `layer card standby ${shape}`)
  root.style.fontFamily = fontStack
  const em = Math.max(
    4,
    { wide: Math.min(height / 9, width / 46), tall: width / 15.5, plain: Math.min(width / 22, height / 14) }[
      shape
    ],
  )
  root.style.fontSize = `${em}px`
  const face = element('div', 'standby-face', root)
  const time = element('div', 'standby-time', face)
  const date = element('div', 'standby-date', face)
  const day = element('span', '', date)
  const weekday = element('span', 'standby-weekday', date)
  element('div', 'standby-rule', root)
  const foot = element('div', 'standby-foot', root)
  textElement('span', 'seal', '宣播', foot)
  const name = element('span', 'standby-name', foot)
  let named = ''
  let drawnAt = Number.NEGATIVE_INFINITY

  function draw() {
    const at = options.monotonic()
    if (at - drawnAt < TICK_MS) return
    drawnAt = at
    const now = new Date(options.now())
    time.textContent = clockText(now)
    const [dayText, weekdayText] = dateParts(now)
    day.textContent = dayText
    weekday.textContent = weekdayText
    setName(options.name() || words.unnamed)
  }

  function setName(text: string) {
    if (text === named) return
    named = text
    name.textContent = ''
    const box = NAME_BOX[shape]
    const fit = fitText({
      text,
      width: Math.min(width * 0.9, em * box.width),
      height: em * box.lines * box.size * LINE_HEIGHT,
      measure: canvasMeasure(700),
      lineHeight: LINE_HEIGHT,
      most: em * box.size,
    })
    name.style.fontSize = `${fit.size}px`
    for (const line of fit.lines) textElement('div', '', line, name)
  }
  draw()
  return { ...STILL, element: root, ready: Promise.resolve(), start: draw, frame: draw }
}

/** A dark screen: outside operating hours. */
export function offLayer(): Layer {
  return { ...STILL, element: element('div', 'layer off'), ready: Promise.resolve() }
}
