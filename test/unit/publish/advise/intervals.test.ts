import fc from 'fast-check'
import { expect, it } from 'vitest'
import { within, without } from '../../../../src/publish/advise/intervals'

const intervals = fc.array(
  fc
    .tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 1, max: 6 }))
    .map(([from, length]) => ({ from, to: from + length })),
  { maxLength: 6 },
)
const holds = (all: { from: number; to: number }[], at: number) =>
  all.some(({ from, to }) => from <= at && at < to)
const instants = Array.from({ length: 30 }, (_, at) => at)

it('without holds what the one holds and the other does not, within what both do', () => {
  fc.assert(
    fc.property(intervals, intervals, (a, b) => {
      const [less, both] = [without(a, b), within(a, b)]
      for (const at of instants) {
        expect(holds(less, at)).toBe(holds(a, at) && !holds(b, at))
        expect(holds(both, at)).toBe(holds(a, at) && holds(b, at))
      }
    }),
  )
})
