import { describe, expect, it } from 'vitest'
import { createReports } from '../../../../displays/core/reports'

describe('createReports', () => {
  it('keeps what was not told, and tells the same fault once a minute', () => {
    let now = 1000
    const reports = createReports(() => now)
    reports.add('network', 'no answer')
    reports.add('network', 'no answer')
    reports.add('network', 'reset')
    expect(reports.pending().map(({ detail }) => detail)).toEqual(['no answer', 'reset'])
    const told = reports.pending()
    reports.add('late', 'x')
    reports.told(told)
    expect(reports.pending().map(({ code }) => code)).toEqual(['late'])
    now += 60_000
    reports.add('network', 'no answer')
    expect(reports.pending()).toHaveLength(2)
    expect(reports.recent()).toHaveLength(4)
  })

  it('holds fifty at most, the newest, and cuts long words short', () => {
    const reports = createReports(() => 0)
    for (let index = 0; index < 80; index++) reports.add('file-damaged', `${index} ${'x'.repeat(5000)}`)
    expect(reports.pending()).toHaveLength(50)
    expect(reports.pending()[49]?.detail.startsWith('79 ')).toBe(true)
    expect(reports.pending()[49]?.detail).toHaveLength(500)
  })
})
