import { describe, expect, it } from 'vitest'
import { scrollOffset } from '../../../../displays/stage/text-layer'

describe('scrollOffset', () => {
  it.each([
    [0, 400],
    [1000, 340],
    [-50, 400],
    [10_000, -200],
    [11_667, 400],
  ])('after %i ms the left edge is at %i', (position, offset) => {
    expect(scrollOffset(position, 60, 400, 300)).toBe(offset)
  })

  it('moves the same number of pixels in every second', () => {
    const steps = [1, 2, 3, 4].map(
      (s) => scrollOffset(s * 1000, 75, 400, 900) - scrollOffset(s * 1000 - 1000, 75, 400, 900),
    )
    expect(new Set(steps)).toEqual(new Set([-75]))
  })
})
