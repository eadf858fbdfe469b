import { describe, expect, it } from 'vitest'
import { matchesTag } from '../../../src/device/conditional'
import { bearerCache, credentials } from '../../../src/device/tokens'

describe('credentials', () => {
  it.each([
    ['Bearer abc', 'Bearer', 'abc'],
    ['bearer abc', 'Bearer', 'abc'],
    ['Bearer  a-b_c.d~e+f/g=', 'Bearer', 'a-b_c.d~e+f/g='],
    ['Pairing abc', 'Bearer', null],
    ['Pairing abc', 'Pairing', 'abc'],
    ['Bearer', 'Bearer', null],
    ['Bearer a b', 'Bearer', null],
    [undefined, 'Bearer', null],
  ] as const)('of %s by %s are %s', (header, scheme, expected) => {
    expect(credentials(header, scheme)).toBe(expected)
  })
})

describe('bearerCache', () => {
  it('knows one header a display, the newest', () => {
    const cache = bearerCache()
    cache.note('Bearer old', 'd')
    cache.note('Bearer new', 'd')
    expect(cache.displayOf('Bearer old')).toBeUndefined()
    expect(cache.displayOf('Bearer new')).toBe('d')
    cache.drop('d')
    expect(cache.displayOf('Bearer new')).toBeUndefined()
    expect(cache.displayOf(undefined)).toBeUndefined()
  })
})

describe('matchesTag', () => {
  it.each([
    ['"a"', true],
    ['W/"a"', true],
    ['"b", "a"', true],
    ['*', true],
    ['"b"', false],
    ['a', false],
    [undefined, false],
  ])('%s', (header, expected) => {
    expect(matchesTag(header, '"a"')).toBe(expected)
  })
})
