import { describe, expect, it } from 'vitest'
import { arrangementsOf, spanText } from '../../../../src/cms/calendar/arrangements'
import { publishedDays } from '../../../../src/cms/workingCalendar'

const said = (year: number, corrections: Parameters<typeof arrangementsOf>[2] = {}) =>
  arrangementsOf(year, publishedDays(), corrections).map(({ name, off, work }) => ({
    name: name.zh,
    off: off.map((span) => spanText(span, 'zh') + (span.corrected ? '*' : '')),
    work: work.map((span) => spanText(span, 'zh') + (span.corrected ? '*' : '')),
  }))

describe('arrangementsOf', () => {
  it('tells a year holiday by holiday, as it was published', () => {
    expect(said(2026).at(0)).toEqual({ name: '元旦', off: ['1月1日–3日'], work: ['1月4日'] })
    expect(said(2026).at(-1)).toEqual({ name: '国庆节', off: ['10月1日–7日'], work: ['9月20日', '10月10日'] })
  })

  it('marks what the office corrects', () => {
    const corrections = [{ from: '2026-10-07', kind: 'workday' as const }]
    expect(said(2026, { corrections }).at(-1)).toEqual({
      name: '国庆节',
      off: ['10月1日–6日'],
      work: ['9月20日', '10月7日*', '10月10日'],
    })
  })

  it('has nothing of a year not published, but for what was entered', () => {
    expect(said(2050)).toEqual([])
    const corrections = [{ from: '2049-12-31', to: '2050-01-02', kind: 'dayoff' as const, note: '元旦' }]
    expect(said(2050, { corrections })).toEqual([{ name: '元旦', off: ['1月1日–2日*'], work: [] }])
  })
})

it.each([
  ['2026-10-01', '2026-10-01', '10月1日', '1 Oct'],
  ['2026-10-01', '2026-10-07', '10月1日–7日', '1–7 Oct'],
  ['2026-01-31', '2026-02-03', '1月31日–2月3日', '31 Jan – 3 Feb'],
])('says %s to %s', (from, to, zh, en) => {
  expect([spanText({ from, to }, 'zh'), spanText({ from, to }, 'en')]).toEqual([zh, en])
})
