import { type Pieces, splitAt } from './break-lines'

/** The width of a text in ems. */
export type Measure = (text: string) => number

export type Fit = { size: number; lines: string[] }

/**
 * How much smaller a text may become for the sake of better line ends: at phrases (after a space or a mark), or at least
 * between words, rather than inside them.
 */
const TOLERANCE: { pieces: Pieces; worth: number }[] = [
  { pieces: 'phrases', worth: 1.3 },
  { pieces: 'words', worth: 1.12 },
  { pieces: 'characters', worth: 1 },
]

/** More lines than this are never tried. */
const MOST_LINES = 40

/**
 * The largest size in pixels, and the lines, at which a text fits into a box: lines of about equal length, broken where
 * Chinese and Latin typography allow it, and between phrases where that costs little. The text's own line ends stay.
 */
export function fitText(options: {
  text: string
  width: number
  height: number
  measure: Measure
  /** Of the size. */
  lineHeight: number
  /** No larger than this, in pixels. */
  most?: number
}): Fit {
  const { text, width, height, measure, lineHeight, most = Number.MAX_VALUE } = options
  const paragraphs = text.split(/\r\n?|\n/).map((line) => line.trim())
  while (paragraphs.length > 1 && paragraphs[paragraphs.length - 1] === '') paragraphs.pop()
  let best: Fit & { value: number } = { size: 0, lines: [text], value: 0 }
  for (const { pieces, worth } of TOLERANCE) {
    const split = paragraphs.map((paragraph) => splitAt(paragraph, pieces))
    const widths = split.map((paragraph) => paragraph.map((piece) => measure(piece)))
    for (const limit of limits(widths)) {
      const lines = wrapAll(split, widths, limit)
      if (lines.length > MOST_LINES) continue
      const widest = Math.max.apply(null, lines.map((line) => measure(line)).concat(0.01))
      const size = Math.floor(Math.min(most, width / widest, height / (lines.length * lineHeight)))
      const value = size * worth
      if (value > best.value) best = { size, lines, value }
    }
  }
  return { size: best.size, lines: best.lines }
}

/** Line widths worth trying, in ems: for each number of lines the narrowest that gives it, which is what makes lines even. */
function limits(widths: number[][]): number[] {
  const total = Math.max.apply(null, widths.map(sum))
  const least = Math.max.apply(
    null,
    widths.map((list) => Math.max.apply(null, list.concat(0))),
  )
  const tried: number[] = [total]
  for (let lines = 2; lines <= MOST_LINES; lines++) {
    const narrowest = narrowestFor(widths, lines, least, total)
    if (narrowest <= least) {
      tried.push(least)
      break
    }
    tried.push(narrowest)
  }
  return tried
}

/** The narrowest line at which no paragraph takes more than `lines` lines, by bisection to a hundredth of an em. */
function narrowestFor(widths: number[][], lines: number, least: number, most: number): number {
  let low = least
  let high = most
  if (fits(widths, low, lines)) return low
  while (high - low > 0.01) {
    const middle = (low + high) / 2
    if (fits(widths, middle, lines)) high = middle
    else low = middle
  }
  return high
}

function fits(widths: number[][], limit: number, lines: number): boolean {
  return widths.every((list) => breaks(list, limit).length <= lines)
}

/** Where greedy lines of at most `limit` begin. */
function breaks(widths: number[], limit: number): number[] {
  const starts: number[] = [0]
  let used = 0
  widths.forEach((width, index) => {
    if (used > 0 && used + width > limit + 1e-6) {
      starts.push(index)
      used = 0
    }
    used += width
  })
  return starts
}

function wrapAll(split: string[][], widths: number[][], limit: number): string[] {
  const lines: string[] = []
  split.forEach((pieces, paragraph) => {
    const starts = breaks(widths[paragraph] || [], limit)
    starts.forEach((start, line) => {
      lines.push(
        pieces
          .slice(start, starts[line + 1])
          .join('')
          .trim(),
      )
    })
  })
  return lines
}

function sum(list: number[]): number {
  return list.reduce((total, value) => total + value, 0)
}
