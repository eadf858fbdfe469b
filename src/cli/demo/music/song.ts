import { bass, beat, type Note, pad, play, pluck, type Sound, silence } from './synth'

/** A melody over chords, both in degrees of a major scale; bars of four beats. */
export type Score = {
  beatsPerMinute: number
  /** MIDI number of the tonic. */
  tonic: number
  /** One chord a bar, by the degree of its root: 1 to 6. */
  chords: number[]
  /** Degrees with their beats; 8 is the tonic an octave up, 0 a rest. */
  melody: [degree: number, beats: number][]
  drums: boolean
}

const major = [0, 2, 4, 5, 7, 9, 11]
const BEATS_A_BAR = 4

/** Plays a score once through. */
export function perform(score: Score): Sound {
  const { chords, drums } = score
  const beatSeconds = 60 / score.beatsPerMinute
  const bar = beatSeconds * BEATS_A_BAR
  const sound = silence(chords.length * bar + 1)
  play(sound, pluck, melodyOf(score, beatSeconds))
  for (const [index, root] of chords.entries()) {
    const at = index * bar
    const triad = [0, 2, 4].map((third) =>
      note(score.tonic + pitch(root + third), at, bar, 0.5, (third - 2) / 4),
    )
    play(sound, pad, triad)
    const low = score.tonic - 24 + pitch(root)
    play(sound, bass, [
      note(low, at, beatSeconds * 1.9, 0.5, 0),
      note(low, at + beatSeconds * 2, beatSeconds * 1.9, 0.42, 0),
    ])
    if (drums) play(sound, beat, barOfDrums(at, beatSeconds))
  }
  return sound
}

function melodyOf({ melody, tonic }: Score, beatSeconds: number): Note[] {
  let at = 0
  return melody.flatMap(([degree, beats]) => {
    const start = at
    at += beats * beatSeconds
    return degree === 0 ? [] : [note(tonic + 12 + pitch(degree), start, beats * beatSeconds, 0.75, 0.12)]
  })
}

function barOfDrums(at: number, beatSeconds: number): Note[] {
  const drum = [0, 2, 2.5].map((place) => note(36, at + place * beatSeconds, 0.2, 0.5, 0))
  const shaker = [0, 1, 2, 3].map((place) => note(72, at + (place + 0.5) * beatSeconds, 0.1, 0.45, 0.4))
  return [...drum, ...shaker]
}

function note(midi: number, at: number, seconds: number, gain: number, pan: number): Note {
  return { midi, at, seconds, gain, pan }
}

/** Semitones above the tonic of a degree; 8 and more reach into the next octave. */
function pitch(degree: number) {
  const index = degree - 1
  return (major[index % 7] ?? 0) + 12 * Math.floor(index / 7)
}
