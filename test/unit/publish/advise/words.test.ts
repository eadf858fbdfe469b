import { describe, expect, it } from 'vitest'
import { displaysText, schedulesText } from '../../../../src/publish/advise/words'

describe('displaysText', () => {
  it.each([
    [['甲'], 1, '“甲”', '“甲”'],
    [['甲', '乙'], 2, '“甲”“乙”', '“甲” and “乙”'],
    [['甲', '乙'], 38, '“甲”等 38 块屏', '“甲” and 37 more displays'],
  ])('names %j of %d', (names, count, zh, en) => expect(displaysText(names, count)).toEqual({ zh, en }))
})

describe('schedulesText', () => {
  it.each([
    [[], '', ''],
    [['早高峰'], '《早高峰》', '“早高峰”'],
    [['早高峰', '晚高峰'], '《早高峰》《晚高峰》', '“早高峰” and “晚高峰”'],
    [['甲', '乙', '丙'], '《甲》《乙》等 3 个排期', '“甲”, “乙” and 1 more'],
  ])('names %j', (titles, zh, en) => expect(schedulesText(titles)).toEqual({ zh, en }))
})
