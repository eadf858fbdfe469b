/** The part of fontkit that is used here; the package has no types. */
declare module 'fontkit' {
  export type Glyph = { path: { toSVG(): string } }
  export type Position = { xAdvance: number; xOffset: number }
  export type Font = {
    unitsPerEm: number
    ascent: number
    /** Below the baseline: negative. */
    descent: number
    layout(text: string): { glyphs: Glyph[]; positions: Position[] }
  }
  export function openSync(path: string): Font
}
