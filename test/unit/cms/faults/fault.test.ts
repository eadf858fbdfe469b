import { expect, it } from 'vitest'
import { faultText } from '../../../../src/cms/faults/fault'

it.each([
  [{ code: 'entries-required' }, 'en', 'A playlist needs at least one entry'],
  [{ code: 'password-too-short', values: { least: 8 } }, 'zh', '密码至少 8 个字符'],
  [{ code: 'not-found', values: { what: { zh: '内容', en: 'content' } } }, 'zh', '所选的内容已不存在'],
  [
    { code: 'not-found', values: { what: { zh: '内容', en: 'content' } } },
    'en',
    'This content does not exist',
  ],
] as const)('%j in %s', (fault, language, text) => {
  expect(faultText(fault, language)).toBe(text)
})
