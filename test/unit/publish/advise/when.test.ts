import { describe, expect, it } from 'vitest'
import { whenText } from '../../../../src/publish/advise/when'

const now = Date.parse('2026-12-20T10:00:00+08:00')
const range = { from: now, to: Date.parse('2027-01-03T10:00:00+08:00') }
const timezone = 'Asia/Shanghai'
const at = (text: string) => Date.parse(`${text}:00+08:00`)

describe('whenText', () => {
  it.each([
    ['2026-12-20T10:00', '2027-01-03T10:00', '现在起', 'from now on'],
    ['2026-12-20T09:00', '2026-12-20T22:00', '现在起到 12月20日 22:00', 'from now to 20 Dec 22:00'],
    ['2026-12-24T00:00', '2027-01-03T10:00', '12月24日 00:00 起', 'from 24 Dec 00:00'],
    ['2026-12-24T19:00', '2026-12-24T21:00', '12月24日 19:00–21:00', '24 Dec 19:00–21:00'],
    ['2026-12-24T19:00', '2026-12-25T00:00', '12月24日 19:00–24:00', '24 Dec 19:00–24:00'],
    ['2026-12-24T22:00', '2026-12-25T02:00', '12月24日 22:00–次日 02:00', '24 Dec 22:00 – 25 Dec 02:00'],
    [
      '2026-12-24T22:00',
      '2026-12-26T02:00',
      '12月24日 22:00 至 12月26日 02:00',
      '24 Dec 22:00 – 26 Dec 02:00',
    ],
    ['2027-01-01T07:00', '2027-01-01T09:00', '2027年1月1日 07:00–09:00', '1 Jan 2027 07:00–09:00'],
  ])('says %s to %s', (from, to, zh, en) => {
    expect(whenText({ from: at(from), to: at(to) }, { timezone, now, range })).toEqual({ zh, en })
  })

  it('follows the display’s clocks', () => {
    const times = { from: at('2026-12-24T07:00'), to: at('2026-12-24T08:00') }
    const { en } = whenText(times, { timezone: 'America/New_York', now, range })
    expect(en).toBe('23 Dec 18:00–19:00')
  })
})
