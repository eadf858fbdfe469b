import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fitText } from '../../../src/typeset/fit-text'

/** Every wide character is an em, every other half of one: near enough to a real font. */
const measure = (text: string) =>
  Array.from(text).reduce((sum, c) => sum + (c.charCodeAt(0) > 0x2e80 ? 1 : 0.5), 0)
const fitted = (text: string, width: number, height: number) =>
  fitText({ text, width, height, measure, lineHeight: 1.3 })

describe('fitText', () => {
  it.each([
    ['one short line', '预防肺炎', 400, 100, ['预防肺炎']],
    ['pairs of phrases', '戴口罩 勤洗手 多通风 少聚集', 1152, 633, ['戴口罩 勤洗手', '多通风 少聚集']],
    [
      'phrases one by one where it is narrow',
      '戴口罩 勤洗手 多通风 少聚集',
      972,
      1690,
      ['戴口罩', '勤洗手', '多通风', '少聚集'],
    ],
    ['after marks', '众志成城，抗击疫情！', 600, 500, ['众志成城，', '抗击疫情！']],
    ['its own line ends', '讲文明\n树新风', 2000, 200, ['讲文明', '树新风']],
    ['an empty line between', '上\n\n下', 200, 400, ['上', '', '下']],
    ['Latin words whole', 'Wash your hands', 200, 500, ['Wash', 'your', 'hands']],
  ])('breaks %s', (_, text, width, height, lines) => {
    expect(fitted(text, width, height).lines).toEqual(lines)
  })

  it('leaves no character alone on the last line', () => {
    const { lines } = fitted('众志成城，抗击疫情！坚决打赢疫情防控阻击战', 972, 1690)
    expect(measure(lines[lines.length - 1] ?? '')).toBeGreaterThan(1)
  })

  it('keeps to a largest size', () => {
    expect(fitText({ text: '歌', width: 900, height: 900, measure, lineHeight: 1, most: 80 }).size).toBe(80)
  })

  it('loses nothing of the text, fits the box, and starts no line with a closing mark', () => {
    const characters = fc.constantFrom(...'防控疫情人人有责，。！、（）《》“”abc 12%\n')
    fc.assert(
      fc.property(
        fc.array(characters, { minLength: 1, maxLength: 60 }).map((list) => list.join('')),
        fc.integer({ min: 100, max: 2000 }),
        fc.integer({ min: 100, max: 2000 }),
        (text, width, height) => {
          const { size, lines } = fitted(text, width, height)
          const bare = (value: string) => value.replace(/\s/g, '')
          expect(bare(lines.join(''))).toBe(bare(text))
          expect(lines.length * size * 1.3).toBeLessThanOrEqual(height + 1)
          for (const line of lines) expect(measure(line) * size).toBeLessThanOrEqual(width + 1)
        },
      ),
    )
  })
})
