import { random } from '../art/random'

export const SAMPLE_RATE = 44_100

/** A note: MIDI number, start and length in seconds, loudness 0 to 1, place from −1 (left) to 1 (right). */
export type Note = { midi: number; at: number; seconds: number; gain: number; pan: number }

export type Voice = (note: Note, seed: number) => Float32Array

/** Two channels of samples from −1 to 1. */
export type Sound = { left: Float32Array; right: Float32Array }

export function silence(seconds: number): Sound {
  const length = Math.ceil(seconds * SAMPLE_RATE)
  return { left: new Float32Array(length), right: new Float32Array(length) }
}

/** Adds notes of one voice to a sound. */
export function play(sound: Sound, voice: Voice, notes: Note[]): void {
  for (const [index, note] of notes.entries()) {
    const samples = voice(note, index + 1)
    const start = Math.round(note.at * SAMPLE_RATE)
    const [l, r] = [Math.cos(((note.pan + 1) * Math.PI) / 4), Math.sin(((note.pan + 1) * Math.PI) / 4)]
    const end = Math.min(samples.length, sound.left.length - start)
    for (let i = 0; i < end; i += 1) {
      const value = (samples[i] ?? 0) * note.gain
      sound.left[start + i] = (sound.left[start + i] ?? 0) + value * l
      sound.right[start + i] = (sound.right[start + i] ?? 0) + value * r
    }
  }
}

/** A plucked string (Karplus and Strong, 1983), near to a guzheng. */
export const pluck: Voice = ({ midi, seconds }, seed) => {
  const period = Math.round(SAMPLE_RATE / hertz(midi))
  const next = random(seed * 977 + midi)
  const string = Float32Array.from({ length: period }, () => next() * 2 - 1)
  const length = Math.ceil((seconds + 0.9) * SAMPLE_RATE)
  const samples = new Float32Array(length)
  for (let i = 0; i < length; i += 1) {
    const here = i % period
    const value = string[here] ?? 0
    string[here] = (value + (string[(here + 1) % period] ?? 0)) * 0.4985
    samples[i] = value * 0.6 * Math.min(1, (length - i) / 4000)
  }
  return samples
}

/** Soft chords: three slightly detuned triangles that swell and fade. */
export const pad: Voice = ({ midi, seconds }) => {
  const length = Math.ceil((seconds + 0.5) * SAMPLE_RATE)
  const rates = [0.997, 1, 1.003].map((detune) => (hertz(midi) * detune) / SAMPLE_RATE)
  return Float32Array.from({ length }, (_, i) => {
    const swell = Math.min(1, i / (0.18 * SAMPLE_RATE)) * Math.min(1, (length - i) / (0.45 * SAMPLE_RATE))
    return rates.reduce((sum, rate) => sum + triangle(i * rate), 0) * 0.11 * swell
  })
}

export const bass: Voice = ({ midi, seconds }) => {
  const length = Math.ceil((seconds + 0.1) * SAMPLE_RATE)
  const rate = (hertz(midi) / SAMPLE_RATE) * Math.PI * 2
  return Float32Array.from({ length }, (_, i) => {
    const fall = Math.exp((-2.2 * i) / SAMPLE_RATE) * Math.min(1, i / 300) * Math.min(1, (length - i) / 900)
    return (Math.sin(i * rate) + 0.25 * Math.sin(i * rate * 2)) * 0.5 * fall
  })
}

/** A drum below MIDI 60, a shaker above. */
export const beat: Voice = ({ midi }, seed) => {
  const isDrum = midi < 60
  const length = Math.ceil((isDrum ? 0.22 : 0.06) * SAMPLE_RATE)
  const next = random(seed)
  return Float32Array.from({ length }, (_, i) => {
    const time = i / SAMPLE_RATE
    if (!isDrum) return (next() * 2 - 1) * 0.16 * Math.exp(-time * 70)
    return Math.sin(Math.PI * 2 * (46 * time + 3.2 * (1 - Math.exp(-time * 32)))) * 0.8 * Math.exp(-time * 15)
  })
}

function hertz(midi: number) {
  return 440 * 2 ** ((midi - 69) / 12)
}

function triangle(phase: number) {
  return 4 * Math.abs(phase - Math.floor(phase + 0.5)) - 1
}
