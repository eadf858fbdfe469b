import { describe, expect, it } from 'vitest'
import { bytesText, leftText } from '../../../../../../src/cms/admin/media/upload/words'

describe('bytesText', () => {
  it.each([
    [0, '0 B'],
    [1023, '1023 B'],
    [1024, '1 KB'],
    [1_500_000, '1.4 MB'],
    [157_286_400, '150 MB'],
    [2 ** 31, '2 GB'],
  ])('%i bytes: %s', (bytes, text) => expect(bytesText(bytes)).toBe(text))
})

describe('leftText', () => {
  it.each([
    [0, '约剩 1 秒', 'about 1 s left'],
    [59, '约剩 59 秒', 'about 59 s left'],
    [200, '约剩 3 分 20 秒', 'about 3 min 20 s left'],
    [7300, '约剩 2 小时 1 分', 'about 2 h 1 min left'],
  ])('%i seconds', (seconds, zh, en) => {
    expect([leftText(seconds, 'zh'), leftText(seconds, 'en')]).toEqual([zh, en])
  })
})
