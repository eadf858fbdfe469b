import { describe, expect, it } from 'vitest'
import { groupAdvice } from '../../../../../../src/cms/admin/media/facts/groupAdvice'
import type { Advice } from '../../../../../../src/media/advice'

const advice = (code: Advice['code'], screens: string[]) =>
  ({ code, severity: 'info', values: {}, screens }) as Advice

describe('groupAdvice', () => {
  it('keeps together what is about the same screens, and what is about all for the end', () => {
    const all = [
      advice('ai-label-none', []),
      advice('sound-lost', ['LED', '楼宇']),
      advice('enlarged', ['电视']),
      advice('no-sound', ['LED', '楼宇']),
    ]
    expect(
      groupAdvice(all).map(({ screens, advice: group }) => [screens, group.map(({ code }) => code)]),
    ).toEqual([
      [
        ['LED', '楼宇'],
        ['sound-lost', 'no-sound'],
      ],
      [['电视'], ['enlarged']],
      [[], ['ai-label-none']],
    ])
  })
})
