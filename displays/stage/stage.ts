import type { Manifest } from '../../src/manifest/manifest'
import { placeScreen, type ScreenMode, transformOf } from '../core/screen'
import { element } from './element'
import type { Layer, Size } from './layer'

type Screen = Manifest['screen']

/** Where layers are put: the next one beneath the one on top, so that it is laid out, decoded and painted before its turn. */
export type Stage = {
  size(): Size
  /** Puts a layer beneath the one on top. */
  mount(layer: Layer): void
  /** Brings it on top from the next frame. */
  reveal(layer: Layer): void
  unmount(layer: Layer): void
  /** The picture's size and turn; null before the first manifest: the window's. True where that changed. */
  fit(screen: Screen | null): boolean
}

/** A stage in `parent`, laid out anew whenever the window changes. */
export function createStage(parent: HTMLElement, mode: ScreenMode, resized: () => void): Stage {
  const root = element('div', 'stage', parent)
  let screen: Screen | null = null
  let laidOut = ''
  let order = 0

  function current(): Screen {
    return screen || { width: window.innerWidth, height: window.innerHeight, rotate: 0 }
  }

  function lay(): boolean {
    const now = current()
    const placement = placeScreen(now, { width: window.innerWidth, height: window.innerHeight }, mode)
    root.style.width = `${now.width}px`
    root.style.height = `${now.height}px`
    root.style.transform = transformOf(placement, now)
    const size = `${now.width}x${now.height}`
    const changed = size !== laidOut
    laidOut = size
    return changed
  }

  window.addEventListener('resize', () => {
    if (lay()) resized()
  })
  lay()

  return {
    size: () => ({ width: current().width, height: current().height }),
    mount(layer) {
      layer.element.style.zIndex = '0'
      root.appendChild(layer.element)
    },
    reveal(layer) {
      order += 1
      layer.element.style.zIndex = String(order)
    },
    unmount(layer) {
      layer.stop()
      layer.element.remove()
    },
    fit(next) {
      screen = next
      return lay()
    },
  }
}
