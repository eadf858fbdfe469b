import { type Fit, fitText, type Measure } from './fit-text'

const LINE_HEIGHT = 1.25

export type SongCard = {
  /** Cover beside the words on a wide screen, above them on a tall one. */
  wide: boolean
  /** Of the square cover, in pixels; its tenth is the em of everything else. */
  side: number
  /** Width for the words, in pixels. */
  room: number
  title: Fit
}

/** Where the cover of a song and its title stand on a screen of that size. */
export function songCard(options: {
  title: string
  width: number
  height: number
  measure: Measure
}): SongCard {
  const { title, width, height, measure } = options
  const wide = width >= height
  const side = Math.round(
    wide ? Math.min(height * 0.72, width * 0.42) : Math.min(width * 0.72, height * 0.42),
  )
  const room = wide ? width - side - side * 0.42 : width * 0.86
  const fit = fitText({
    text: title,
    width: room,
    height: wide ? side * 0.5 : (height - side) * 0.4,
    measure,
    lineHeight: LINE_HEIGHT,
    most: room > side * 2 ? side * 0.4 : side * 0.24,
  })
  return { wide, side, room, title: fit }
}
