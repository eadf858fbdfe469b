import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { explain, resolve, type Segment } from '../../../src/schedule'
import type { ProblemInput } from '../../factories/problem'
import { runs } from '../../factories/runs'
import { parsed } from './lines'
import { type Moment, momentsOf } from './oracle/moments'
import { anyProblem, wholeDays } from './oracle/problems'
import { isAimed } from './oracle/warnings'

describe('explain', { timeout: 120_000 }, () => {
  it('says what the timeline says, and of each schedule the first verdict that fits by the oracle', () => {
    fc.assert(
      fc.property(
        anyProblem,
        fc.array(fc.nat(1_000_000), { minLength: 8, maxLength: 8 }),
        (problem, parts) => {
          const { segments, plays, from, to } = resolve(parsed(problem), { plays: true })
          const moments = momentsOf(problem, from, wholeDays(problem).to)
          const edges = segments.flatMap((segment) => [segment.from, segment.from + 1, segment.to - 1])
          const instants = [
            ...parts.map((part) => from + Math.floor((part / 1_000_001) * (to - from))),
            ...edges,
          ]
          for (const at of instants) {
            const segment = segments.find((each) => each.from <= at && at < each.to) as Segment
            const play = plays?.find((each) => each.from <= at && at < each.to)
            const moment = moments[Math.floor((at - from) / 1000)] as Moment
            const expected = {
              at,
              level: segment.level,
              muted: segment.muted,
              content: play?.content ?? null,
              schedule: play?.schedule ?? null,
              schedules: problem.schedules.map(({ id }) => ({
                id,
                verdict: verdictOf(problem, String(id), moment, segment),
                because: expect.stringMatching(/\.$/),
                next:
                  segments.find((each) => each.from > at && each.schedules.includes(String(id)))?.from ??
                  null,
              })),
            }
            expect(explain(parsed(problem), at)).toEqual(expected)
          }
        },
      ),
      runs(60),
    )
  })
})

function verdictOf(problem: ProblemInput, id: string, moment: Moment, { schedules }: Segment): string {
  const { enabled, level } = problem.schedules.find((schedule) => schedule.id === id) ?? {}
  if (enabled === false) return 'disabled'
  if (!isAimed(problem, id)) return 'not-targeted'
  if (moment.barren.includes(id)) return 'nothing-playable'
  if (!moment.contending.includes(id)) return 'not-active'
  const mayPlay = moment.open || (level === 'emergency' && problem.display.emergencyOutsideHours !== false)
  if (!mayPlay) return 'off-hours'
  return schedules.includes(id) ? 'playing' : 'outranked'
}
