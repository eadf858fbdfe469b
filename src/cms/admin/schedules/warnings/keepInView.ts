/** What a tab loads after it was opened moves what stands below: for so long that is followed. */
const settledMs = 2000

/** Scrolls to an element, and again while the page around it grows, until it has settled or the reader scrolls. */
export function keepInView(element: HTMLElement): void {
  const show = () => element.scrollIntoView({ block: 'center' })
  const observer = new ResizeObserver(show)
  const reader = new AbortController()
  const stop = () => {
    observer.disconnect()
    reader.abort()
  }
  show()
  observer.observe(element.closest('form') ?? document.body)
  for (const event of ['wheel', 'touchstart', 'keydown', 'pointerdown']) {
    window.addEventListener(event, stop, { passive: true, signal: reader.signal })
  }
  window.setTimeout(stop, settledMs)
}
