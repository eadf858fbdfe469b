import { describe, expect, it } from 'vitest'
import { hopeScore } from '../../../../src/cli/demo/music/scores'
import { perform } from '../../../../src/cli/demo/music/song'
import { silence } from '../../../../src/cli/demo/music/synth'
import { wav } from '../../../../src/cli/demo/music/wav'

describe('wav', () => {
  it('is 16-bit stereo of the right length, and silent for silence', () => {
    const file = wav(silence(0.5))
    expect(file.toString('latin1', 0, 4) + file.toString('latin1', 8, 12)).toBe('RIFFWAVE')
    expect([file.readUInt16LE(22), file.readUInt32LE(24), file.readUInt16LE(34)]).toEqual([2, 44100, 16])
    expect(file.length).toBe(44 + 22050 * 4)
    expect(file.subarray(44).every((byte) => byte === 0)).toBe(true)
  })

  it('holds a song that is loud and does not clip, the same each time', () => {
    const file = wav(perform(hopeScore))
    let peak = 0
    for (let at = 44; at < file.length; at += 2) peak = Math.max(peak, Math.abs(file.readInt16LE(at)))
    expect(peak).toBeGreaterThan(20_000)
    expect(peak).toBeLessThan(28_000)
    expect(wav(perform(hopeScore)).equals(file)).toBe(true)
    expect((file.length - 44) / 4 / 44100).toBeCloseTo(31, 1)
  })
})
