import { describe, expect, it } from 'vitest'
import { expectSpace, reserveOf, spaceState } from '../../../src/media/space'

const gib = 2 ** 30

describe('the reserve', () => {
  it.each([
    [8 * gib, gib],
    [100 * gib, 5 * gib],
    [10_000 * gib, 20 * gib],
  ])('of %d bytes is %d', (totalBytes, reserve) => {
    expect(reserveOf({ totalBytes })).toBe(reserve)
  })

  it.each([
    [50, 'ample'],
    [10, 'ample'],
    [9, 'short'],
    [5, 'short'],
    [4, 'full'],
  ])('makes %d GiB free of 100 %s', (free, state) => {
    expect(spaceState({ freeBytes: free * gib, totalBytes: 100 * gib })).toBe(state)
  })
})

describe('expectSpace', () => {
  const storage = { space: () => Promise.resolve({ freeBytes: 7 * gib, totalBytes: 100 * gib }) }

  it('takes what leaves the reserve alone, and refuses the next byte', async () => {
    await expectSpace(storage, 2 * gib)
    await expect(expectSpace(storage, 2 * gib + 1)).rejects.toMatchObject({
      code: 'storage-full',
      status: 507,
    })
  })
})
