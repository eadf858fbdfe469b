import { describe, expect, it } from 'vitest'
import { factsSchema } from '../../../src/media/facts'

describe('factsSchema', () => {
  it.each([
    { kind: 'image', width: 800, height: 600, format: 'jpeg', hasAlpha: false },
    {
      ...{ kind: 'video', width: 1920, height: 1080, rotation: 0, seconds: 15, frameRate: 25 },
      ...{ videoCodec: 'h264', pixelFormat: 'yuv420p', audioCodec: null },
    },
    { kind: 'audio', seconds: 3, audioCodec: 'mp3', channels: 2, sampleRate: 44_100, aigc: 'x' },
  ])('reads $kind facts as the first version stored them', (stored) => {
    expect(factsSchema.parse(stored)).toEqual(stored)
  })
})
