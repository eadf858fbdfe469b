import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { resolve } from '../../../src/schedule'
import { runs } from '../../factories/runs'
import { parsed } from './lines'
import { anyProblem, wholeDays } from './oracle/problems'
import { warningsOf } from './oracle/warnings'

// The oracle knows nothing of the loop, so these are said by its bookings alone.
const OF_BOOKINGS = ['overbooked', 'booking-missed']

describe('warnings', { timeout: 120_000 }, () => {
  it('are the oracle’s, in order, each for a contiguous interval within the range', () => {
    fc.assert(
      fc.property(anyProblem, (problem) => {
        const { segments, warnings, from, to } = resolve(parsed(problem))
        const lines = warnings.map((warning) => ({ ...warning, line: lineOf(warning) }))
        const expected = warningsOf(problem, wholeDays(problem), segments).map(lineOf)
        expect(lines.filter(({ code }) => !OF_BOOKINGS.includes(code)).map(({ line }) => line)).toEqual(
          expected.sort(),
        )
        expect(lines.map(({ line }) => line)).toEqual(lines.map(({ line }) => line).sort())
        for (const warning of warnings) {
          expect(warning.from).toBeGreaterThanOrEqual(from)
          expect(warning.to).toBeGreaterThan(warning.from)
          expect(warning.to).toBeLessThanOrEqual(to)
          expect(warning.schedules).toEqual([...warning.schedules].sort())
        }
      }),
      runs(200),
    )
  })
})

/** Sorts as the contract does: by from, code, ids. */
function lineOf(warning: { code: string; schedules: string[]; from: number; to: number }): string {
  const [from, to] = [warning.from, warning.to].map((at) => new Date(at).toISOString())
  return `${from} ${warning.code} ${warning.schedules} until ${to}`
}
