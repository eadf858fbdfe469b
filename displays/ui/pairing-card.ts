import { fingerprint, type Pairing } from '../net/pairing'
import { clockText } from '../stage/dates'
import { element, textElement } from '../stage/element'
import { fontStack } from '../stage/fonts'
import { shapeOf } from '../stage/layer'
import { words } from '../words'

export type PairingCard = {
  /** Shows a code, or that there is none yet. */
  show(pairing: Pairing | null): void
  /** Says why there is no code. */
  trouble(words: string): void
  remove(): void
}

/** The whole window while a display belongs to nobody: its code, large, and what to do with it. */
export function pairingCard(parent: HTMLElement): PairingCard {
  const root = element('div', 'card pairing', parent)
  root.style.fontFamily = fontStack
  let current: Pairing | null = null
  let waiting = words.connecting

  function draw() {
    const width = window.innerWidth
    const height = window.innerHeight
    const shape = shapeOf({ width, height })
    root.className = `card pairing ${shape}`
    const em = {
      wide: Math.min(height / 11, width / 72),
      tall: width / 17,
      plain: Math.min(width / 28, height / 17),
    }[shape]
    root.style.fontSize = `${Math.max(4, em)}px`
    root.textContent = ''
    const head = element('div', 'pairing-head', root)
    textElement('span', 'seal', '宣播', head)
    textElement('span', 'pairing-title', words.pairTitle, head)
    const code = element('div', 'pairing-code', root)
    if (!current) {
      code.className = 'pairing-wait'
      code.textContent = waiting
      return
    }
    const middle = Math.ceil(current.code.length / 2)
    textElement('span', '', current.code.slice(0, middle), code)
    textElement('span', '', current.code.slice(middle), code)
    const foot = element('div', 'pairing-foot', root)
    const how = element('div', 'pairing-how', foot)
    for (const part of words.pairHow) textElement('span', 'pairing-part', part, how)
    const facts = element('div', 'pairing-facts', foot)
    fact(facts, words.fingerprint, fingerprint(current.keys))
    if (current.expiresAt > 0) fact(facts, words.expires, clockText(new Date(current.expiresAt)))
  }

  draw()
  window.addEventListener('resize', draw)
  return {
    show(pairing) {
      current = pairing
      draw()
    },
    trouble(text) {
      waiting = text
      draw()
    },
    remove() {
      window.removeEventListener('resize', draw)
      root.remove()
    },
  }
}

/** A code in the corner of a screen that plays on: its token is refused, which proves nothing. */
export function cornerCode(parent: HTMLElement): Pick<PairingCard, 'show'> {
  const root = element('div', 'corner', parent)
  root.style.fontFamily = fontStack
  root.hidden = true
  return {
    show(pairing) {
      root.hidden = pairing === null
      root.textContent = pairing ? `${words.repair} ${pairing.code}` : ''
    },
  }
}

function fact(parent: HTMLElement, name: string, value: string) {
  const line = element('span', 'pairing-fact', parent)
  textElement('span', 'pairing-label', name, line)
  textElement('span', 'pairing-value', value, line)
}
