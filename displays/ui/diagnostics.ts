import { element, textElement } from '../stage/element'

const TAPS = 10
/** The taps must come within this time of each other, in ms. */
const TAP_MS = 1000
const REDRAW_MS = 1000

/** A small view of what the player knows: key `i`, or ten taps; the same again closes it. */
export function diagnostics(
  parent: HTMLElement,
  facts: () => Promise<[name: string, value: string][]>,
): void {
  let panel: HTMLElement | null = null
  let timer = 0
  let taps = 0
  let tappedAt = 0

  async function draw(): Promise<void> {
    const list = await facts()
    if (!panel) return
    panel.textContent = ''
    for (const [name, value] of list) {
      const row = element('div', 'diagnostics-row', panel)
      textElement('span', 'diagnostics-name', name, row)
      textElement('span', '', value, row)
    }
  }

  function toggle() {
    if (panel) {
      window.clearInterval(timer)
      panel.remove()
      panel = null
      return
    }
    panel = element('div', 'diagnostics', parent)
    void draw()
    timer = window.setInterval(() => void draw(), REDRAW_MS)
  }

  window.addEventListener('keydown', (event) => {
    if (event.key === 'i' || event.key === 'I') toggle()
  })
  window.addEventListener('click', () => {
    const now = performance.now()
    taps = now - tappedAt < TAP_MS ? taps + 1 : 1
    tappedAt = now
    if (taps < TAPS) return
    taps = 0
    toggle()
  })
}
