/** What a line would be broken at: after a mark or a space, between two words, or inside a word. */
export type Seam = 'phrase' | 'word' | 'character'

/** A part of a text that stays on one line, and what comes after it. */
export type Piece = { text: string; seam: Seam }

/** Marks that may not begin a line (GB/T 15834, section 5.1). */
const NOT_FIRST = '，。、；：？！…—·～）】》〉」』〕〗”’％‰℃,.;:?!)]}%'
/** Marks that may not end one. */
const NOT_LAST = '（【《〈「『〔〖“‘([{￥¥$'
/** Ideographs, kana, and full-width forms: lines may break between any two of these. */
const WIDE = /[⺀-鿿가-힯豈-﫿︰-﹏！-｠￠-￦]|[\ud840-\ud87f][\udc00-\udfff]/
const PHRASE_END = /[，。；：？！、…,.;:?!\s][”’」』）】》)\]]*$/

/**
 * Cuts a line of text into the pieces between which it may be broken; joined, they are the text. Chinese words need the
 * browser's own dictionary (Intl.Segmenter, Chromium 87): without it every place that typography allows counts as one.
 */
export function piecesOf(text: string): Piece[] {
  const boundaries = wordBoundaries(text)
  let at = 0
  return glue(atoms(text)).map((piece) => {
    at += piece.length
    const word = boundaries === null || boundaries.has(at)
    return { text: piece, seam: PHRASE_END.test(piece) ? 'phrase' : word ? 'word' : 'character' }
  })
}

/** Wide characters one by one, Latin words whole, spaces with what is before them. */
function atoms(text: string): string[] {
  const list: string[] = []
  for (const character of Array.from(text)) {
    const last = list[list.length - 1]
    const space = /\s/.test(character)
    const continues =
      last !== undefined && (space || !(WIDE.test(character) || WIDE.test(last) || /\s$/.test(last)))
    if (continues) list[list.length - 1] = last + character
    else list.push(character)
  }
  return list
}

/** Keeps marks with the character that they may not be parted from. */
function glue(list: string[]): string[] {
  const glued: string[] = []
  for (const piece of list) {
    const last = glued[glued.length - 1]
    const sticks =
      last !== undefined &&
      ((NOT_FIRST.indexOf(piece.charAt(0)) >= 0 && !/\s$/.test(last)) ||
        NOT_LAST.indexOf(last.charAt(last.length - 1)) >= 0)
    if (sticks) glued[glued.length - 1] = last + piece
    else glued.push(piece)
  }
  return glued
}

/** Words of public notices that the browsers' dictionary (ICU 74) takes apart. */
const FIELD_WORDS = (
  '疫情 防控 打赢 阻击战 新冠 肺炎 口罩 洗手 通风 聚集 疫苗 接种 测温 扫码 战疫 送暖 新风 树新风 新时代 实践站 实践所 ' +
  '志愿者 宣传片 公益广告 人人有责 万众一心 众志成城 垃圾分类 反诈 防诈 禁毒 防火 防汛'
).split(' ')

type Segmenter = { segment(text: string): Iterable<{ index: number; segment: string }> }
type SegmenterClass = new (locale: string, options: { granularity: 'word' }) => Segmenter

function wordBoundaries(text: string): Set<number> | null {
  const Segmenter = (Intl as unknown as { Segmenter?: SegmenterClass }).Segmenter
  if (!Segmenter) return null
  const parts = Array.from(new Segmenter('zh', { granularity: 'word' }).segment(text))
  const boundaries = new Set(parts.map(({ index, segment }) => index + segment.length))
  for (const word of FIELD_WORDS) {
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
      for (let inside = 1; inside < word.length; inside++) boundaries.delete(at + inside)
    }
  }
  return boundaries
}
