import { describe, expect, it } from 'vitest'
import { type Pace, paceOf, withSample } from '../../../../../../src/cms/admin/media/upload/pace'

const paceAfter = (...samples: [ms: number, bytes: number][]) =>
  samples.reduce<Pace>((pace, [ms, bytes]) => withSample(pace, { ms, bytes }), [])

describe('paceOf', () => {
  it.each<[string, Pace, number | null]>([
    ['nothing', [], null],
    ['less than a second', paceAfter([0, 0], [900, 50]), null],
    ['a steady line', paceAfter([0, 0], [1000, 500], [2000, 1000]), 500],
    ['only the last seconds', paceAfter([0, 0], [1000, 9000], [20_000, 9000], [22_000, 9200]), 100],
    ['a step back: begun anew', paceAfter([0, 0], [2000, 5000], [2500, 100], [4500, 300]), 100],
  ])('%s', (_, pace, speed) => expect(paceOf(pace)).toBe(speed))
})

describe('withSample', () => {
  it('keeps few samples however often progress is told', () => {
    const pace = paceAfter(...Array.from({ length: 5000 }, (_, ms): [number, number] => [ms * 10, ms]))
    expect(pace.length).toBeLessThan(40)
  })
})
