import { describe, expect, it } from 'vitest'
import { isMediaUrlValid, mediaUrl } from '../../../src/publish/media-urls'

const file = { sha256: 'ab'.repeat(32), ext: 'mp4' }
const expires = 1_790_000_000_000

const queryOf = (url: string) => {
  const { searchParams } = new URL(url, 'http://localhost')
  return { exp: Number(searchParams.get('exp')), sig: String(searchParams.get('sig')) }
}

describe('mediaUrl', () => {
  const url = mediaUrl('secret', file, expires)

  it('names the file by its hash, and is the same each time', () => {
    expect(url).toMatch(/^\/media\/(ab){32}\.mp4\?exp=1790000000&sig=[\w-]{22}$/)
    expect(mediaUrl('secret', file, expires)).toBe(url)
  })

  it.each([
    ['as given', {}, {}, 'secret', expires - 1, true],
    ['once it has expired', {}, {}, 'secret', expires, false],
    ['with another expiry', {}, { exp: 1_790_000_001 }, 'secret', expires - 1, false],
    ['for another file', { sha256: 'cd'.repeat(32) }, {}, 'secret', expires - 1, false],
    ['for another extension', { ext: 'jpg' }, {}, 'secret', expires - 1, false],
    ['with a cut signature', {}, { sig: queryOf(url).sig.slice(1) }, 'secret', expires - 1, false],
    ['with another secret', {}, {}, 'other', expires - 1, false],
  ])('holds or not %s', (_case, fileOver, queryOver, secret, now, expected) => {
    const query = { ...queryOf(url), ...queryOver }
    expect(isMediaUrlValid(secret, { ...file, ...fileOver }, query, now)).toBe(expected)
  })
})
