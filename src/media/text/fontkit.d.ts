/** The part of fontkit that is used here; the package has no types. */
declare module 'fontkit' {
  export type Glyph = { advanceWidth: number; path: { toSVG(): string } }
  export type Font = {
    unitsPerEm: number
    ascent: number
    /** Below the baseline: negative. */
    descent: number
    layout(text: string): { glyphs: Glyph[] }
  }
  export function openSync(path: string): Font
}
