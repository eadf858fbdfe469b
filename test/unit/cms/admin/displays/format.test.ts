import { describe, expect, it } from 'vitest'
import { agoText, bytesText, offsetText } from '../../../../../src/cms/admin/displays/format'

it.each([
  [null, '—'],
  [0, '0 B'],
  [999, '999 B'],
  [1000, '1.0 kB'],
  [123_456_789, '123 MB'],
  [45e9, '45.0 GB'],
  [2e15, '2000 TB'],
])('%s bytes are %s', (bytes, text) => {
  expect(bytesText(bytes)).toBe(text)
})

it.each([
  [undefined, '—'],
  [0, '+0.00 s'],
  [-123, '−0.12 s'],
  [61_000, '+61 s'],
])('%s ms of offset are %s', (ms, text) => {
  expect(offsetText(ms)).toBe(text)
})

describe('how long ago', () => {
  it.each([
    [5, 'en', '5 seconds ago'],
    [-5, 'en', '0 seconds ago'],
    [60, 'zh', '1分钟前'],
    [7200, 'en', '2 hours ago'],
    [200_000, 'zh', '2天前'],
  ] as const)('%s seconds in %s: %s', (seconds, language, text) => {
    expect(agoText(0, seconds * 1000, language)).toBe(text)
  })
})
