import { expect, it } from 'vitest'
import { dateAt, localDate, todayIn } from '../../../../../../src/cms/admin/schedules/rule/localDate'

it.each(['2026-10-01', '2024-02-29', '0099-01-31'])('keeps %s', (date) => {
  expect(localDate(dateAt(date))).toBe(date)
})

it('knows the date of a zone, and makes do with the browser’s where there is no such zone', () => {
  const now = new Date('2026-10-01T20:00:00Z')
  expect(todayIn('Asia/Shanghai', now)).toBe('2026-10-02')
  expect(todayIn('America/New_York', now)).toBe('2026-10-01')
  expect(todayIn('Nowhere/Land', now)).toBe(localDate(now))
})
