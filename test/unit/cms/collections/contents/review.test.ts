import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { roles } from '../../../../../src/cms/access/roles'
import {
  looksDifferent,
  type ReviewStatus,
  reviewedChange,
} from '../../../../../src/cms/collections/contents/review'

const statuses: ReviewStatus[] = ['draft', 'in-review', 'approved', 'rejected']
const content = fc.record({
  title: fc.constantFrom('a', 'b'),
  text: fc.constantFrom('x', 'y', null),
  seconds: fc.constantFrom(10, 20),
  media: fc.constantFrom('m1', 'm2', null),
  style: fc.record({ color: fc.constantFrom('#000000', '#ffffff') }),
  reviewStatus: fc.constantFrom(...statuses),
})
const role = fc.constantFrom(...roles)

describe('only an administrator, or the server itself, makes a content approved', () => {
  it('whatever the change', () => {
    fc.assert(
      fc.property(fc.option(content), content, role, (before, after, by) => {
        fc.pre(by !== 'administrator')
        const { status, faults } = reviewedChange({ before, after, role: by })
        if (faults.length > 0 || status !== 'approved') return
        expect(before?.reviewStatus).toBe('approved')
        expect(before && looksDifferent(before, after)).toBe(false)
      }),
    )
  })

  it.each(['administrator', null] as const)('%s gets the status asked for', (by) => {
    fc.assert(
      fc.property(content, content, (before, after) => {
        expect(reviewedChange({ before, after, role: by })).toEqual({
          status: after.reviewStatus,
          faults: [],
        })
      }),
    )
  })
})

describe('a viewer sees no difference between', () => {
  it.each([
    ['an id and the document', { media: 'm' }, { media: { id: 'm', filename: 'f' } }],
    ['nothing, null and an empty field', { url: null, text: undefined, cover: '' }, { url: '', text: null }],
    ['other tags', { tags: ['a'] }, { tags: ['b'] }],
    [
      'the same style in another order',
      { style: { color: 'c', align: 'left' } },
      { style: { align: 'left', color: 'c' } },
    ],
  ])('%s', (_, before, after) => {
    expect(looksDifferent(before, after)).toBe(false)
  })
})
