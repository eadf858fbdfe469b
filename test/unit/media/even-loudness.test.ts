import { describe, expect, it } from 'vitest'
import { eveningFilters, eveningOf, readSummary } from '../../../src/media/even-loudness'

describe('eveningOf', () => {
  it.each([
    ['turns down', { lufs: -9, truePeak: 0.5 }, { gain: -15, ceiling: null }],
    ['turns up', { lufs: -30.55, truePeak: -12 }, { gain: 6.55, ceiling: null }],
    ['limits what would peak too high', { lufs: -30, truePeak: -6 }, { gain: 6, ceiling: -2 }],
    ['makes no roar of a whisper', { lufs: -65, truePeak: -50 }, { gain: 30, ceiling: null }],
  ])('%s', (_name, heard, evening) => {
    expect(eveningOf(heard, -24)).toEqual(evening)
  })

  it('leaves silence alone, and whatever is too short to measure', () => {
    expect(eveningOf(null, -24)).toBeNull()
    expect(eveningFilters(null)).toBe('anull')
  })
})

describe('eveningFilters', () => {
  it('is a gain, and a limiter that sees the peaks between the samples', () => {
    expect(eveningFilters({ gain: -15, ceiling: null })).toBe('volume=-15.00dB')
    expect(eveningFilters({ gain: 6, ceiling: -2 })).toBe(
      'volume=6.00dB,aresample=192000,alimiter=level=disabled:limit=0.7943:attack=5:release=80,aresample=48000',
    )
  })
})

describe('readSummary', () => {
  const words = (lufs: string, peak: string) => `
[Parsed_ebur128_2 @ 0x55] Summary:

  Integrated loudness:
    I:         ${lufs} LUFS
    Threshold: -33.6 LUFS

  Loudness range:
    LRA:         3.2 LU
    Threshold: -43.6 LUFS
    LRA low:   -26.0 LUFS
    LRA high:  -22.8 LUFS

  True peak:
    Peak:       ${peak} dBFS
size=N/A time=00:00:05.00 bitrate=N/A speed= 210x`

  it('reads the last words of ebur128', () => {
    expect(readSummary(words('-23.4', '-1.2'))).toEqual({ lufs: -23.4, truePeak: -1.2 })
  })

  it('knows silence', () => {
    expect(readSummary(words('-70.0', '-inf'))).toBeNull()
    expect(readSummary(words('-70.0', '-80.1'))).toBeNull()
  })

  it('hears nothing where there is nothing', () => {
    expect(readSummary('Output file is empty, nothing was encoded')).toBeNull()
  })
})
