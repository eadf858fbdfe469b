/** Where lines may end: anywhere that typography allows, between words only, or after phrases only. */
export type Pieces = 'characters' | 'words' | 'phrases'

/** Marks that may not begin a line (GB/T 15834, section 5.1). */
const NOT_FIRST = '，。、；：？！…—·～）】》〉」』〕〗”’％‰℃,.;:?!)]}%'
/** Marks that may not end one. */
const NOT_LAST = '（【《〈「『〔〖“‘([{￥¥$'
/** Ideographs, kana, and full-width forms: lines may break between any two of these. */
const WIDE = /[⺀-鿿가-힯豈-﫿︰-﹏！-｠￠-￦]|[\ud840-\ud87f][\udc00-\udfff]/
const PHRASE_END = /[，。；：？！、…,.;:?!\s]$/

/**
 * Cuts a line of text into the pieces between which it may be broken; joined, they are the text. Chinese words need the browser's
 * own dictionary (Intl.Segmenter, Chromium 87): without it words are characters.
 */
export function splitAt(text: string, pieces: Pieces): string[] {
  const characters = glue(pieces === 'characters' ? atoms(text) : segmented(text))
  if (pieces !== 'phrases') return characters
  const phrases: string[] = []
  let phrase = ''
  for (const piece of characters) {
    phrase += piece
    if (!PHRASE_END.test(piece)) continue
    phrases.push(phrase)
    phrase = ''
  }
  if (phrase) phrases.push(phrase)
  return phrases.length > 0 ? phrases : ['']
}

/** Wide characters one by one, Latin words whole with the space behind them. */
function atoms(text: string): string[] {
  const list: string[] = []
  let word = ''
  for (const character of Array.from(text)) {
    const wide = WIDE.test(character)
    if (wide || /\s$/.test(word)) {
      if (word) list.push(word)
      word = ''
    }
    if (wide) list.push(character)
    else word += character
  }
  if (word) list.push(word)
  return list
}

type Segmenter = { segment(text: string): Iterable<{ segment: string }> }
type SegmenterClass = new (locale: string, options: { granularity: 'word' }) => Segmenter

function segmented(text: string): string[] {
  const Segmenter = (Intl as unknown as { Segmenter?: SegmenterClass }).Segmenter
  if (!Segmenter) return atoms(text)
  const words = Array.from(new Segmenter('zh', { granularity: 'word' }).segment(text)).map(
    (part) => part.segment,
  )
  // Latin text is not cut at marks inside a word (3.5, e-mail), only after spaces.
  return atoms(text).length === 0 ? [] : joinLatin(words)
}

function joinLatin(words: string[]): string[] {
  const list: string[] = []
  for (const word of words) {
    const last = list[list.length - 1]
    const joins = last !== undefined && !WIDE.test(word) && !WIDE.test(last) && !/\s$/.test(last)
    if (joins) list[list.length - 1] = last + word
    else if (/^\s+$/.test(word) && last !== undefined) list[list.length - 1] = last + word
    else list.push(word)
  }
  return list
}

/** Keeps marks with the character that they may not be parted from. */
function glue(list: string[]): string[] {
  const glued: string[] = []
  for (const piece of list) {
    const last = glued[glued.length - 1]
    const first = piece.charAt(0)
    const sticks =
      last !== undefined &&
      ((NOT_FIRST.indexOf(first) >= 0 && !/\s$/.test(last)) ||
        NOT_LAST.indexOf(last.charAt(last.length - 1)) >= 0)
    if (sticks) glued[glued.length - 1] = last + piece
    else glued.push(piece)
  }
  return glued.length > 0 ? glued : ['']
}
