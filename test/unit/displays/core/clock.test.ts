import { describe, expect, it } from 'vitest'
import { type ClockMemory, createClock } from '../../../../displays/core/clock'

const TRUE = 1_790_000_000_000

function clockAt(wall: number, memory: ClockMemory | null) {
  const device = { monotonic: 5000, wall }
  const clock = createClock({ monotonic: () => device.monotonic, wall: () => device.wall, memory })
  function pass(ms: number) {
    device.monotonic += ms
    device.wall += ms
  }
  return { clock, device, pass }
}

describe('createClock', () => {
  it('is the device clock, not trusted, while nothing better is known', () => {
    const { clock, pass } = clockAt(TRUE, null)
    pass(250)
    expect(clock.now()).toBe(TRUE + 250)
    expect(clock.trusted()).toBe(false)
  })

  it('takes the server time at the middle of the round trip, and then ignores the device clock', () => {
    const { clock, device, pass } = clockAt(0, null)
    const sent = device.monotonic
    pass(80)
    clock.sample(TRUE, sent, device.monotonic)
    expect(clock.now()).toBe(TRUE + 40)
    expect(clock.trusted()).toBe(true)
    device.wall = 4_000_000_000_000
    pass(1000)
    expect(clock.now()).toBe(TRUE + 1040)
  })

  it('believes the answer with the shortest round trip', () => {
    const { clock, device } = clockAt(TRUE, null)
    clock.sample(TRUE + 500, device.monotonic - 1000, device.monotonic)
    clock.sample(TRUE + 10, device.monotonic - 20, device.monotonic)
    clock.sample(TRUE + 900, device.monotonic - 1800, device.monotonic)
    expect(clock.now()).toBe(TRUE + 20)
  })

  it('follows a server whose clock was set', () => {
    const { clock, device } = clockAt(TRUE, null)
    clock.sample(TRUE, device.monotonic, device.monotonic)
    clock.sample(TRUE + 3_600_000, device.monotonic - 100, device.monotonic)
    expect(clock.now()).toBe(TRUE + 3_600_050)
  })

  it.each([Number.NaN, 0, -5])('ignores a Server-Time of %d', (serverTime) => {
    const { clock, device } = clockAt(TRUE, null)
    clock.sample(serverTime, device.monotonic, device.monotonic)
    expect(clock.trusted()).toBe(false)
  })

  it('keeps its offset across starts', () => {
    const first = clockAt(TRUE - 7_200_000, null)
    first.clock.sample(TRUE, first.device.monotonic, first.device.monotonic)
    const second = clockAt(TRUE - 7_200_000 + 60_000, first.clock.memory())
    expect(second.clock.now()).toBe(TRUE + 60_000)
    expect(second.clock.trusted()).toBe(true)
  })

  it('does not believe a time before the newest issuedAt: a clock reset to 1970 goes on from there', () => {
    const { clock, pass } = clockAt(86_400_000, { offsetMs: 0, floor: TRUE })
    expect(clock.now()).toBe(TRUE)
    expect(clock.trusted()).toBe(false)
    pass(3000)
    expect(clock.now()).toBe(TRUE + 3000)
  })

  it('moves its floor forward only', () => {
    const { clock } = clockAt(TRUE, null)
    clock.notBefore(TRUE + 1000)
    clock.notBefore(TRUE - 1000)
    expect(clock.now()).toBe(TRUE + 1000)
    expect(clock.memory().floor).toBe(TRUE + 1000)
  })
})
