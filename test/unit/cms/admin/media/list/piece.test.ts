import { describe, expect, it } from 'vitest'
import { neighbour } from '../../../../../../src/cms/admin/media/list/neighbour'
import { lengthText, type Piece, pictureOf, stripOf } from '../../../../../../src/cms/admin/media/list/piece'
import { queryText } from '../../../../../../src/cms/admin/media/list/queryText'

type Made = NonNullable<Piece['renditions']>[number]

const made = (purpose: Made['purpose'], more: Partial<Made> = {}): Made => ({
  ...{ purpose, sha256: 'ab', ext: 'webp', mimeType: 'image/webp', bytes: 1 },
  ...more,
})

function aPiece(renditions: Made[], width = 1920, height = 1080) {
  return { id: '7', width, height, renditions } as Piece
}

describe('a card', () => {
  it.each([
    [0.4, '0:01'],
    [65, '1:05'],
    [3723, '1:02:03'],
  ])('says of %d seconds %s', (seconds, text) => {
    expect(lengthText(aPiece([made('screen', { seconds })]))).toBe(text)
  })

  it('says no length of a picture, and shows nothing that is not made', () => {
    expect(lengthText(aPiece([made('screen', { seconds: null })]))).toBeNull()
    expect(pictureOf(aPiece([]), '/api')).toBeNull()
    expect(stripOf(aPiece([made('thumbnail')]), '/api')).toBeNull()
    expect(pictureOf(aPiece([made('thumbnail')]), '/api')).toBe('/api/media/7/renditions/thumbnail')
  })

  it.each([
    [1920, 1080, { width: 1600, height: 90 }, 10, 16 / 9],
    [1080, 1920, { width: 500, height: 90 }, 10, 5 / 9],
    [1920, 360, { width: 1600, height: 30 }, 10, 16 / 3],
    [384, 256, { width: 136, height: 90 }, 1, 136 / 90],
  ])('of a film of %d×%d finds the frames of its strip', (width, height, size, frames, aspect) => {
    const strip = stripOf(aPiece([made('strip', size)], width, height), '/api')
    expect(strip).toEqual({ url: '/api/media/7/renditions/strip', frames, aspect })
  })
})

describe('arrow keys', () => {
  /** Four in a row, ten in all. */
  const tops = [0, 0, 0, 0, 100, 100, 100, 100, 200, 200]

  it.each([
    ['ArrowRight', 3, 4],
    ['ArrowLeft', 0, null],
    ['ArrowLeft', 4, 3],
    ['ArrowDown', 1, 5],
    ['ArrowDown', 7, 9],
    ['ArrowDown', 8, null],
    ['ArrowUp', 5, 1],
    ['ArrowUp', 2, null],
    ['Home', 9, 0],
    ['End', 0, 9],
    ['a', 0, null],
  ])('%s leads from %d to %s', (key, at, to) => {
    expect(neighbour(key, at, tops)).toBe(to)
  })

  it('go along where there is one row', () => {
    expect(neighbour('ArrowDown', 0, [5, 5])).toBeNull()
    expect(neighbour('ArrowRight', 0, [5, 5])).toBe(1)
  })
})

it('writes queries as Payload reads them', () => {
  const query = { limit: 2, where: { and: [{ a: { like: 'x&y' } }] }, none: undefined }
  expect(decodeURIComponent(queryText(query))).toBe('limit=2&where[and][0][a][like]=x&y')
  expect(queryText(query)).toContain('x%26y')
})
