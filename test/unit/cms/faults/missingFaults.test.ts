import type { FlattenedField } from 'payload'
import { expect, it } from 'vitest'
import { missingFaults } from '../../../../src/cms/faults/missingFaults'

const fields = [
  { name: 'title', type: 'text', required: true },
  { name: 'note', type: 'text' },
] as FlattenedField[]

it.each([undefined, null, ''])('tells of a required field that is %j', (title) => {
  expect(missingFaults(fields, { title, note: '' }, [])).toEqual([{ path: 'title', code: 'missing' }])
})

it('tells of nothing that is there, and of nothing twice', () => {
  expect(missingFaults(fields, { title: '戴口罩' }, [])).toEqual([])
  expect(missingFaults(fields, {}, [{ path: 'title', code: 'bad-value' }])).toEqual([])
})
