import { describe, expect, it } from 'vitest'
import { stillText } from '../../../src/typeset/still-text'

const measure = (text: string) => [...text].length
const set = (text: string, width: number, height: number, align: 'left' | 'center' | 'right' = 'center') =>
  stillText({ text, align, width, height, measure })

describe('stillText', () => {
  it('fills the screen but for its margins', () => {
    expect(set('戴口罩', 384, 256)).toEqual({
      ...{ size: 115, lineHeight: 149, margin: 19, legible: true },
      lines: [{ text: '戴口罩', hangs: false }],
    })
  })

  it('moves a centred line that ends with a mark, and no other', () => {
    const hangs = (align: 'left' | 'center') =>
      set('戴口罩，\n勤洗手', 384, 256, align).lines.map((l) => l.hangs)
    expect(hangs('center')).toEqual([true, false])
    expect(hangs('left')).toEqual([false, false])
  })

  it('says where nobody could read it', () => {
    expect(set('请'.repeat(600), 384, 256).legible).toBe(false)
    expect(set('请戴口罩', 64, 16).legible).toBe(true)
  })
})
