import { type Env, within } from '../env'

/**
 * Fonts of the device first: a subset of the bundled one (fonts.css, cut by unicode-range) is only fetched for characters that none
 * of them has.
 */
export const fontStack = [
  'Noto Sans SC',
  'Noto Sans CJK SC',
  'Source Han Sans SC',
  'Source Han Sans CN',
  'PingFang SC',
  'Hiragino Sans GB',
  'Microsoft YaHei',
  'WenQuanYi Micro Hei',
  'Xuanbo Sans',
]
  .map((name) => `"${name}"`)
  .concat('sans-serif')
  .join(', ')

/** A font that does not come within this time is done without, in ms. */
const TIMEOUT_MS = 3000

/** Resolves once the fonts that an element in the document needs are there. Never rejects. */
export async function loadFonts(env: Env, element: HTMLElement): Promise<void> {
  const fonts = document.fonts
  if (!fonts) return
  // A layer is put into the page by whoever builds it, after it has begun to load.
  await Promise.resolve()
  // Laying it out is what makes the browser ask for the subsets.
  void element.offsetWidth
  if (fonts.status !== 'loading') return
  await within(env, TIMEOUT_MS, 'fonts', fonts.ready).catch(() => undefined)
}
