import { expect, it } from 'vitest'
import { valuesAt } from '../../../../src/cms/references/valuesAt'

const doc = {
  media: { id: 'm', filename: 'f' },
  cover: null,
  groups: ['a', { id: 'b' }],
  targets: { displays: ['d'] },
  entries: [{ content: 'x' }, { content: null }, { content: 7 }],
}

it.each([
  ['media', [{ path: 'media', id: 'm' }]],
  ['cover', []],
  ['missing', []],
  [
    'groups',
    [
      { path: 'groups', id: 'a' },
      { path: 'groups', id: 'b' },
    ],
  ],
  ['targets.displays', [{ path: 'targets.displays', id: 'd' }]],
  [
    'entries.content',
    [
      { path: 'entries.0.content', id: 'x' },
      { path: 'entries.2.content', id: '7' },
    ],
  ],
])('%s', (path, values) => {
  expect(valuesAt(doc, path)).toEqual(values)
})
