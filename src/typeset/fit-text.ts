import { type Piece, piecesOf, type Seam } from './break-lines'

/** The width of a text in ems. */
export type Measure = (text: string) => number

export type Fit = { size: number; lines: string[] }

/** More lines than this are never tried. */
const MOST_LINES = 40
/** A text up to this many ems is a slogan, from the second number on it is prose. */
const SLOGAN_EMS = 24
const PROSE_EMS = 60
/** How much smaller a slogan may become for line ends that are all good, as a share of its size. */
const WORTH: Record<Seam, number> = { phrase: 0, word: 0.4, character: 0.6 }
/** The same against uneven lines, whose cost is the square of the share that they leave free. */
const COST: Record<Seam, number> = { phrase: 0, word: 0.3, character: 1 }
/** Of that, in prose. */
const PROSE_COST = 0.25

type Measured = Piece & { width: number; trimmed: number }
type Line = { text: string; width: number; seam: Seam | null }

/**
 * The largest size in pixels, and the lines, at which a text fits into a box. Lines end where Chinese and Latin typography
 * allow it; those of a slogan are of about equal length and end with a phrase, or at least a word, where that costs little
 * size. The text's own line ends stay.
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
  const { width, height, measure, lineHeight, most = Number.MAX_VALUE } = options
  const text = options.text.trim()
  const paragraphs = text.split(/\r\n?|\n/).map((line) => measured(line.trim(), measure))
  const total = sum(paragraphs.map((pieces) => sum(pieces.map((piece) => piece.width))))
  const prose = Math.min(1, Math.max(0, (total - SLOGAN_EMS) / (PROSE_EMS - SLOGAN_EMS)))
  let best: Fit & { value: number } = { size: 0, lines: [text], value: -1 }
  for (const limit of limits(paragraphs)) {
    const lines = concat(paragraphs.map((pieces) => evenLines(pieces, limit, prose)))
    if (lines.length > MOST_LINES) continue
    const widest = Math.max.apply(null, lines.map((line) => line.width).concat(0.01))
    const size = Math.floor(Math.min(most, width / widest, height / (lines.length * lineHeight)))
    const value = size * (1 - (1 - prose) * badness(lines))
    if (value > best.value) best = { size, lines: lines.map((line) => line.text), value }
  }
  return { size: best.size, lines: best.lines }
}

function measured(line: string, measure: Measure): Measured[] {
  return piecesOf(line).map((piece) => {
    const trimmed = piece.text.replace(/\s+$/, '')
    const width = rounded(measure(piece.text))
    return { ...piece, width, trimmed: trimmed === piece.text ? width : rounded(measure(trimmed)) }
  })
}

/** A canvas measures an ideograph as 0.999999 em: among lines of equal worth that would choose. */
function rounded(ems: number): number {
  return Math.round(ems * 1000) / 1000
}

/** The mean worth of the line ends that the text does not bring itself. */
function badness(lines: Line[]): number {
  const seams = lines.map((line) => line.seam).filter((seam) => seam !== null)
  return seams.length === 0 ? 0 : sum(seams.map((seam) => WORTH[seam])) / seams.length
}

/** Line widths worth trying, in ems: for each number of lines the narrowest that gives it, broken anywhere, at words, or at phrases. */
function limits(paragraphs: Measured[][]): number[] {
  const tried: number[] = []
  for (const coarsest of ['character', 'word', 'phrase'] as Seam[]) {
    const widths = paragraphs.map((pieces) => chunks(pieces, coarsest))
    const total = Math.max.apply(null, widths.map(sum).concat(0.01))
    const least = Math.max.apply(null, concat(widths).concat(0.01))
    for (let lines = 1; lines <= MOST_LINES; lines++) {
      const narrowest = narrowestFor(widths, lines, least, total)
      if (tried.indexOf(narrowest) < 0) tried.push(narrowest)
      if (narrowest <= least) break
    }
  }
  return tried
}

/** Widths of the stretches between seams that are at least as good as `coarsest`. */
function chunks(pieces: Measured[], coarsest: Seam): number[] {
  const widths: number[] = []
  let width = 0
  pieces.forEach((piece, index) => {
    const ends = WORTH[piece.seam] <= WORTH[coarsest] || index === pieces.length - 1
    width += piece.width
    if (!ends) return
    widths.push(width)
    width = 0
  })
  return widths
}

/** The narrowest line at which no paragraph takes more than `lines` lines, by bisection to a hundredth of an em. */
function narrowestFor(widths: number[][], lines: number, least: number, most: number): number {
  const fits = (limit: number) => widths.every((list) => countLines(list, limit) <= lines)
  let low = least
  let high = most
  if (fits(low)) return low
  while (high - low > 0.01) {
    const middle = (low + high) / 2
    if (fits(middle)) high = middle
    else low = middle
  }
  return high
}

function countLines(widths: number[], limit: number): number {
  let lines = 1
  let used = 0
  for (const width of widths) {
    if (used > 0 && used + width > limit + 1e-6) {
      lines += 1
      used = 0
    }
    used += width
  }
  return lines
}

/** The paragraph's lines of at most `limit` ems whose unevenness and line ends cost least in all. */
function evenLines(pieces: Measured[], limit: number, prose: number): Line[] {
  if (pieces.length === 0) return [{ text: '', width: 0, seam: null }]
  const cheapest: { cost: number; start: number; width: number }[] = []
  for (let end = 0; end < pieces.length; end++) {
    const last = pieces[end] as Measured
    const final = end === pieces.length - 1
    let best = { cost: Number.MAX_VALUE, start: end, width: last.trimmed }
    let before = 0
    for (let start = end; start >= 0; start--) {
      const width = before + last.trimmed
      if (start < end && width > limit + 1e-6) break
      const slack = Math.max(0, 1 - width / limit)
      const previous = start === 0 ? 0 : (cheapest[start - 1] as { cost: number }).cost
      // The last line of prose may be short.
      const uneven = slack * slack * (final ? 1 - prose : 1)
      const cost = previous + uneven + (final ? 0 : COST[last.seam] * (1 - prose * (1 - PROSE_COST)))
      if (cost < best.cost) best = { cost, start, width }
      before += start > 0 ? (pieces[start - 1] as Measured).width : 0
    }
    cheapest.push(best)
  }
  const lines: Line[] = []
  for (let end = pieces.length - 1; end >= 0; ) {
    const { start, width } = cheapest[end] as { start: number; width: number }
    const text = pieces
      .slice(start, end + 1)
      .map((piece) => piece.text)
      .join('')
    const seam = end === pieces.length - 1 ? null : (pieces[end] as Measured).seam
    lines.unshift({ text: text.replace(/\s+$/, ''), width, seam })
    end = start - 1
  }
  return lines
}

function sum(list: number[]): number {
  return list.reduce((total, value) => total + value, 0)
}

function concat<T>(lists: T[][]): T[] {
  return ([] as T[]).concat(...lists)
}
