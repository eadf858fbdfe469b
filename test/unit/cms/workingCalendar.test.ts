import { describe, expect, it } from 'vitest'
import { workingCalendar } from '../../../src/cms/workingCalendar'

const { holidays, workdays, lastYear } = workingCalendar()

describe('workingCalendar', () => {
  it.each([
    ['2020-01-31', 'the epidemic lengthened the Spring Festival'],
    ['2026-10-01', 'National Day'],
    ['2026-02-17', 'Spring Festival'],
  ])('knows %s as off: %s', (date) => {
    expect(holidays).toContain(date)
    expect(workdays).not.toContain(date)
  })

  it.each(['2026-10-10', '2026-02-14'])('knows the weekend day %s as worked', (date) => {
    expect(workdays).toContain(date)
    expect(holidays).not.toContain(date)
  })

  it('names only what differs from Monday to Friday', () => {
    const weekday = (date: string) => new Date(`${date}T00:00Z`).getUTCDay()
    expect(holidays.filter((date) => [0, 6].includes(weekday(date)))).toEqual([])
    expect(workdays.filter((date) => ![0, 6].includes(weekday(date)))).toEqual([])
  })

  it('says up to which year it knows, and guesses nothing beyond', () => {
    expect(lastYear).toBeGreaterThanOrEqual(2026)
    expect([...holidays, ...workdays].filter((date) => Number(date.slice(0, 4)) > lastYear)).toEqual([])
  })
})
