import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { delayAfter, type ErrorCode, faultOf, PlayerError, POLICY } from '../../../../displays/core/policy'

const retried = (Object.keys(POLICY) as ErrorCode[]).filter((code) => POLICY[code].action !== 'note')

describe('delayAfter', () => {
  it('is never a tight loop and never longer than the policy says', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...retried),
        fc.integer({ min: 1, max: 1000 }),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (code, failures, random) => {
          const delay = delayAfter(code, failures, random)
          expect(delay).toBeGreaterThanOrEqual(500)
          expect(delay).toBeLessThanOrEqual(POLICY[code].mostMs)
        },
      ),
    )
  })

  it('doubles', () => {
    expect([1, 2, 3, 4].map((failures) => delayAfter('network', failures, 0.999_999))).toEqual([
      1000, 2000, 4000, 8000,
    ])
  })

  it("keeps to the caller's own limit", () => {
    expect(delayAfter('network', 20, 0.999_999, 5000)).toBe(5000)
  })
})

describe('faultOf', () => {
  it('names what is ours, and counts the rest as what the caller says', () => {
    expect(faultOf(new PlayerError('file-damaged', 'x'), 'network')).toEqual({
      code: 'file-damaged',
      detail: 'x',
    })
    expect(faultOf(new TypeError('boom'), 'network')).toEqual({ code: 'network', detail: 'TypeError: boom' })
    expect(faultOf('boom', 'network')).toEqual({ code: 'network', detail: 'boom' })
  })
})
