import { describe, expect, it } from 'vitest'
import { linkOf, parseLink } from '../../../displays/link'

const none = { display: null, pair: null, mode: 'auto', reset: false }

describe('parseLink', () => {
  it.each([
    ['', none],
    ['#display=led-1&fit', { ...none, display: 'led-1', mode: 'fit' }],
    ['#exact', { ...none, mode: 'exact' }],
    ['#reset', { ...none, reset: true }],
    ['#pair=!!!', none],
    ['#pair=e30', none],
    ['#what=ever', none],
  ])('%s', (hash, link) => {
    expect(parseLink(hash)).toEqual(link)
  })

  it('reads a pairing', () => {
    const pair = { display: '一号屏', token: 't', keys: [{ kid: 'k', x: 'x' }] }
    const value = Buffer.from(JSON.stringify(pair)).toString('base64url')
    expect(parseLink(`#pair=${value}&fit`)).toEqual({ ...none, pair, mode: 'fit' })
  })

  it('is the inverse of linkOf', () => {
    expect(parseLink(linkOf('一号 屏&', 'fit'))).toEqual({ ...none, display: '一号 屏&', mode: 'fit' })
  })
})
