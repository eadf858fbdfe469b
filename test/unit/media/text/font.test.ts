import { expect, it } from 'vitest'
import { fontMeasure, nearestWeight } from '../../../../src/media/text/font'

it.each([
  ['防疫', 2],
  ['让》：志', 3.5],
  ['（《让》）', 4],
  ['。（', 1.5],
  ['，，', 1.5],
  ['：（', 1.5],
  ['！》', 2],
  ['；（', 2],
  ['，“', 2],
  ['', 0],
])('%s is as wide as browsers set it: %d em', (text, ems) => {
  expect(fontMeasure(700)(text)).toBe(ems)
})

it('kerns', () => {
  const measure = fontMeasure(700)
  expect(measure('To')).toBeLessThan(measure('T') + measure('o'))
})

it('takes the bundled weight that is nearest', () => {
  expect([100, 400, 450, 600, 800, 900].map(nearestWeight)).toEqual([400, 400, 400, 500, 700, 900])
})
