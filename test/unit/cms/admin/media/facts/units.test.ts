import { describe, expect, it } from 'vitest'
import { decibelsText, secondsText } from '../../../../../../src/cms/admin/media/facts/units'

describe('secondsText', () => {
  it.each([
    [0, '0 秒', '0 s'],
    [12.44, '12.4 秒', '12.4 s'],
    [60, '1 分', '1 min'],
    [200, '3 分 20 秒', '3 min 20 s'],
    [3599.6, '1 小时', '1 h'],
    [7384, '2 小时 3 分', '2 h 3 min'],
  ])('says %d seconds', (seconds, zh, en) => {
    expect(secondsText(seconds)).toEqual({ zh, en })
  })
})

describe('decibelsText', () => {
  it.each([
    [-9, '−9'],
    [-23.44, '−23.4'],
    [-0.04, '0'],
    [0.5, '0.5'],
  ])('writes %d with a minus that is one', (decibels, text) => {
    expect(decibelsText(decibels)).toBe(text)
  })
})
