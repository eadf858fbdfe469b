import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createWriteLock } from '../../../../src/cms/database/writeLock'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

it('lets one through at a time, first come, first served', async () => {
  const lock = createWriteLock({ waitMs: 1000 })
  const order: number[] = []
  const work = async (name: number) => {
    const release = await lock.acquire()
    order.push(name)
    await Promise.resolve()
    order.push(name)
    release()
  }
  await Promise.all([1, 2, 3].map(work))
  expect(order).toEqual([1, 1, 2, 2, 3, 3])
})

it('gives up after the wait, and lets the next one in when the holder is done', async () => {
  const lock = createWriteLock({ waitMs: 1000 })
  const release = await lock.acquire()
  const tooLong = expect(lock.acquire()).rejects.toThrow('busy for 1000 ms')
  await vi.advanceTimersByTimeAsync(1000)
  await tooLong
  const next = lock.acquire()
  release()
  await expect(next).resolves.toBeTypeOf('function')
})

it('is given back once, however often that is said', async () => {
  const lock = createWriteLock({ waitMs: 1000 })
  const release = await lock.acquire()
  const second = lock.acquire()
  release()
  release()
  await second
  const third = expect(lock.acquire()).rejects.toThrow('busy')
  await vi.advanceTimersByTimeAsync(1000)
  await third
})
