import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { piecesOf } from '../../../src/typeset/break-lines'

const texts = (line: string) => piecesOf(line).map((piece) => piece.text)

describe('piecesOf', () => {
  it.each([
    ['防控，疫情', ['防', '控，', '疫', '情']],
    ['《来吧》大家', ['《来', '吧》', '大', '家']],
    ['“众志成城”。', ['“众', '志', '成', '城”。']],
    ['戴 mask, 好', ['戴 ', 'mask, ', '好']],
    ['体温37.3℃以下', ['体', '温', '37.3℃', '以', '下']],
    ['𠮷祥', ['𠮷', '祥']],
    ['', []],
  ])('cuts %s', (line, pieces) => {
    expect(texts(line)).toEqual(pieces)
  })

  it('knows phrases, words and the inside of words', () => {
    const seams = piecesOf('抗击疫情，人人有责').map(({ text, seam }) => [text, seam])
    expect(seams[0]).toEqual(['抗', 'character'])
    expect(seams[1]).toEqual(['击', 'word'])
    expect(seams[2]).toEqual(['疫', 'character'])
    expect(seams[3]).toEqual(['情，', 'phrase'])
  })

  it('puts together what it cut', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (line) => {
        expect(texts(line).join('')).toBe(line)
      }),
    )
  })
})
