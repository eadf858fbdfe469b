/** How the stage lies in the window: `scale` of its pixels, turned by `rotate` about the top-left corner, then moved. */
export type Placement = { scale: number; left: number; top: number; rotate: 0 | 90 | 180 | 270 }

export type ScreenMode = 'auto' | 'fit' | 'exact'

/** Pictures at least this high and wide are television rasters, which fill any window of their shape. */
const TELEVISION_PX = 720
/** Two shapes that differ by less are the same (1366x768 is not quite 16:9). */
const SAME_SHAPE = 0.01

/**
 * Places a picture of `screen` pixels, turned clockwise by its `rotate`, in a window.
 *
 * exact: one pixel of the picture is one CSS pixel, from the top-left corner, where LED controllers take their picture.
 * fit: as large as the window allows, in its middle.
 * auto: exact where the picture fits into the window; but a television raster in a window of its own shape, and any picture
 * too big for its window, is fitted.
 */
export function placeScreen(
  screen: { width: number; height: number; rotate: 0 | 90 | 180 | 270 },
  window: { width: number; height: number },
  mode: ScreenMode,
): Placement {
  const turned = screen.rotate === 90 || screen.rotate === 270
  const width = turned ? screen.height : screen.width
  const height = turned ? screen.width : screen.height
  const scale = Math.min(window.width / width, window.height / height)
  const sameShape = Math.abs((window.width * height) / (window.height * width) - 1) < SAME_SHAPE
  const television = Math.min(width, height) >= TELEVISION_PX
  const exact = mode === 'exact' || (mode === 'auto' && scale >= 1 && !(television && sameShape))
  if (exact) return { scale: 1, left: 0, top: 0, rotate: screen.rotate }
  return {
    scale,
    left: Math.round((window.width - width * scale) / 2),
    top: Math.round((window.height - height * scale) / 2),
    rotate: screen.rotate,
  }
}

/** The CSS transform of a placement, for an element of the screen's size with `transform-origin: 0 0`. */
export function transformOf(placement: Placement, screen: { width: number; height: number }): string {
  const { scale, left, top, rotate } = placement
  // After a turn about its top-left corner the picture lies outside the window; these bring it back.
  const back = {
    0: [0, 0],
    90: [screen.height, 0],
    180: [screen.width, screen.height],
    270: [0, screen.width],
  }[rotate] as [number, number]
  return `translate(${left + back[0] * scale}px, ${top + back[1] * scale}px) scale(${scale}) rotate(${rotate}deg)`
}
