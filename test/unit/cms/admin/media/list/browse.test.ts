import { describe, expect, it } from 'vitest'
import {
  type Browse,
  browseOf,
  nothingAsked,
  whereOf,
  withBrowse,
} from '../../../../../../src/cms/admin/media/list/browse'

const address = (query: string) => new URLSearchParams(query)

describe('what the address asks for', () => {
  it.each<[string, Partial<Browse>]>([
    ['', {}],
    ['q=口罩&kind=video&p=3', { words: '口罩', kind: 'video', page: 3 }],
    ['folder=none&order=name', { folder: 'none', order: 'name' }],
    ['order=toString&p=-1', {}],
    ['p=1.5&page=7&limit=25', {}],
  ])('is read from %s', (query, browse) => {
    expect(browseOf(address(query))).toEqual({ ...nothingAsked, ...browse })
  })

  it('comes back as it was put in, beside what is not ours', () => {
    const browse: Browse = {
      words: 'a b',
      kind: 'image',
      state: 'ready',
      tag: '公益',
      folder: 'x',
      order: 'largest',
      page: 2,
    }
    const query = withBrowse(address('limit=25'), browse)
    expect(browseOf(query)).toEqual(browse)
    expect(query.get('limit')).toBe('25')
    expect(withBrowse(query, nothingAsked).toString()).toBe('limit=25')
  })
})

describe('whereOf', () => {
  it('asks for nothing where nothing is asked', () => {
    expect(whereOf(nothingAsked)).toEqual({ and: [] })
  })

  it('wants every word, wherever it stands', () => {
    expect(whereOf({ ...nothingAsked, words: ' 口罩  12 ', folder: 'none' })).toEqual({
      and: [
        { or: [{ filename: { like: '口罩' } }, { alt: { like: '口罩' } }, { tags: { like: '口罩' } }] },
        { or: [{ filename: { like: '12' } }, { alt: { like: '12' } }, { tags: { like: '12' } }] },
        { folder: { exists: false } },
      ],
    })
  })
})
