import { describe, expect, it } from 'vitest'
import { groupAdvice } from '../../../../../../src/cms/admin/media/facts/groupAdvice'
import type { Advice } from '../../../../../../src/media/advice'

const advice = (code: Advice['code'], screens: string[]) =>
  ({ code, severity: 'info', values: {}, screens }) as Advice

describe('groupAdvice', () => {
  it('goes screen by screen, tells of several what is the same, and of all at the end', () => {
    const all = [
      advice('ai-label-none', []),
      advice('wide-bars', ['公交', '电视']),
      advice('sound-lost', ['LED', '楼宇']),
      advice('enlarged', ['电视']),
      advice('no-sound', ['LED', '楼宇']),
    ]
    expect(
      groupAdvice(all).map(({ screens, advice: group }) => [screens, group.map(({ code }) => code)]),
    ).toEqual([
      [['公交'], ['wide-bars']],
      [['电视'], ['wide-bars', 'enlarged']],
      [
        ['LED', '楼宇'],
        ['sound-lost', 'no-sound'],
      ],
      [[], ['ai-label-none']],
    ])
  })
})
