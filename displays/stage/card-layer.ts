import { words } from '../words'
import { clockText, dateText } from './dates'
import { element, textElement } from './element'
import { fontStack } from './fonts'
import { type Layer, type Size, STILL } from './layer'

const TICK_MS = 250

/** What a screen shows when it has nothing to show: its name and the time. Never black. */
export function standbyLayer(
  size: Size,
  options: { name(): string; now(): number; monotonic(): number },
): Layer {
  const { width, height } = size
  const wide = width / height > 2.4
  const root = element('div', `layer card standby ${wide ? 'wide' : ''}`)
  root.style.fontFamily = fontStack
  root.style.fontSize = `${Math.max(4, wide ? Math.min(height / 9, width / 46) : Math.min(width / 22, height / 14))}px`
  const face = element('div', 'standby-face', root)
  const time = element('div', 'standby-time', face)
  const date = element('div', 'standby-date', face)
  element('div', 'standby-rule', root)
  const foot = element('div', 'standby-foot', root)
  textElement('span', 'seal', '宣播', foot)
  const name = element('span', 'standby-name', foot)
  let drawnAt = Number.NEGATIVE_INFINITY

  function draw() {
    const at = options.monotonic()
    if (at - drawnAt < TICK_MS) return
    drawnAt = at
    const now = new Date(options.now())
    time.textContent = clockText(now)
    date.textContent = dateText(now)
    name.textContent = options.name() || words.unnamed
  }
  draw()
  return { ...STILL, element: root, ready: Promise.resolve(), start: draw, frame: draw }
}

/** A dark screen: outside operating hours. */
export function offLayer(): Layer {
  return { ...STILL, element: element('div', 'layer off'), ready: Promise.resolve() }
}
