import { SAMPLE_RATE, type Sound } from './synth'

const FADE_IN_SECONDS = 0.02
const FADE_OUT_SECONDS = 1.6
const PEAK = 0.8

/** A sound as a WAV file of 16 bits, evened to one peak and faded at both ends. */
export function wav({ left, right }: Sound): Buffer {
  const length = left.length
  const peak = [left, right].reduce(
    (top, channel) => channel.reduce((max, value) => Math.max(max, Math.abs(value)), top),
    1e-6,
  )
  const data = Buffer.alloc(44 + length * 4)
  writeHeader(data, length * 4)
  for (let i = 0; i < length; i += 1) {
    const fade = Math.min(
      1,
      i / (FADE_IN_SECONDS * SAMPLE_RATE),
      (length - i) / (FADE_OUT_SECONDS * SAMPLE_RATE),
    )
    const scale = (fade * PEAK * 32767) / peak
    data.writeInt16LE(Math.round((left[i] ?? 0) * scale), 44 + i * 4)
    data.writeInt16LE(Math.round((right[i] ?? 0) * scale), 46 + i * 4)
  }
  return data
}

function writeHeader(data: Buffer, bytes: number) {
  data.write('RIFF', 0)
  data.writeUInt32LE(36 + bytes, 4)
  data.write('WAVEfmt ', 8)
  data.writeUInt32LE(16, 16)
  data.writeUInt16LE(1, 20)
  data.writeUInt16LE(2, 22)
  data.writeUInt32LE(SAMPLE_RATE, 24)
  data.writeUInt32LE(SAMPLE_RATE * 4, 28)
  data.writeUInt16LE(4, 32)
  data.writeUInt16LE(16, 34)
  data.write('data', 36)
  data.writeUInt32LE(bytes, 40)
}
