export type Size = { width: number; height: number }

/** What hardware decoders of H.264 take (level 5.1). */
const MAX_SIDE = 3840

/** Frame rates that a display's clock can keep; others are converted to one of them. */
const RATES = [
  { perSecond: 24000 / 1001, value: '24000/1001' },
  { perSecond: 24, value: '24' },
  { perSecond: 25, value: '25' },
  { perSecond: 30000 / 1001, value: '30000/1001' },
  { perSecond: 30, value: '30' },
] as const

export type FrameRate = (typeof RATES)[number]

/** The source's own rate where a display keeps it, half of a doubled one, else the next one up. */
export function rateFor(frameRate: number): FrameRate {
  const wanted = frameRate > 31 ? frameRate / 2 : frameRate
  const same = RATES.find(({ perSecond }) => Math.abs(perSecond - wanted) < 0.01)
  return same ?? (wanted <= 25 ? RATES[2] : RATES[4])
}

/**
 * The size of a film for a screen: never larger than it is, all of it inside the screen (`contain`: the player leaves the rest
 * free) or cut to the screen's proportions (`cover`). Even, as 4:2:0 colour needs.
 */
export function fittedVideo(source: Size, screen: Size, fit: 'contain' | 'cover'): Size {
  const most = Math.min(1, MAX_SIDE / Math.max(screen.width, screen.height))
  const box = { width: screen.width * most, height: screen.height * most }
  if (fit === 'contain')
    return even(scaled(source, Math.min(1, box.width / source.width, box.height / source.height)))
  return even(scaled(box, Math.min(1, source.width / box.width, source.height / box.height)))
}

/** The smallest box of the screen's proportions around a film: what a device without a player page shows without bending it. */
export function framedVideo(film: Size, screen: Size): Size {
  return even(scaled(screen, Math.max(film.width / screen.width, film.height / screen.height)))
}

/** H.264 with 4:2:0 colour has no odd sizes. */
export function even({ width, height }: Size): Size {
  return { width: Math.max(2, width - (width % 2)), height: Math.max(2, height - (height % 2)) }
}

/** Within a pixel of the screen's proportions nothing is cut and nothing left free: `contain` and `cover` are the same. */
export function sameShape({ width, height }: Size, screen: Size): boolean {
  const factor = Math.min(screen.width / width, screen.height / height)
  return Math.abs(width * factor - screen.width) < 1 && Math.abs(height * factor - screen.height) < 1
}

/** The largest size within the box that keeps the proportions and enlarges nothing. */
export function inside({ width, height }: Size, box: Size): Size {
  const { width: w, height: h } = scaled(
    { width, height },
    Math.min(1, box.width / width, box.height / height),
  )
  return { width: Math.max(1, w), height: Math.max(1, h) }
}

function scaled({ width, height }: Size, factor: number): Size {
  return { width: Math.round(width * factor), height: Math.round(height * factor) }
}
