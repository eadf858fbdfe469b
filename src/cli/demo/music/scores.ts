import type { Score } from './song'

// Melodies of our own in the five-tone scale 宫 商 角 徵 羽 (degrees 1 2 3 5 6).

/** 《在家能做啥》: light and playful. */
export const atHomeScore: Score = {
  beatsPerMinute: 108,
  tonic: 60,
  chords: [1, 6, 4, 5, 1, 6, 2, 5, 4, 5, 1, 1],
  melody: [
    ...([
      [3, 1],
      [5, 0.5],
      [6, 0.5],
      [5, 1],
      [3, 1],
    ] as [number, number][]),
    ...([
      [6, 1],
      [8, 0.5],
      [6, 0.5],
      [5, 1],
      [0, 1],
    ] as [number, number][]),
    ...([
      [6, 0.5],
      [6, 0.5],
      [8, 1],
      [6, 1],
      [5, 1],
    ] as [number, number][]),
    ...([
      [3, 0.5],
      [5, 0.5],
      [3, 1],
      [2, 2],
    ] as [number, number][]),
    ...([
      [3, 1],
      [5, 0.5],
      [6, 0.5],
      [5, 1],
      [3, 1],
    ] as [number, number][]),
    ...([
      [6, 1],
      [8, 0.5],
      [9, 0.5],
      [10, 1],
      [8, 1],
    ] as [number, number][]),
    ...([
      [9, 0.5],
      [8, 0.5],
      [6, 1],
      [5, 1],
      [6, 1],
    ] as [number, number][]),
    ...([
      [5, 0.5],
      [6, 0.5],
      [5, 1],
      [2, 2],
    ] as [number, number][]),
    ...([
      [6, 1],
      [6, 0.5],
      [8, 0.5],
      [9, 1],
      [8, 1],
    ] as [number, number][]),
    ...([
      [6, 0.5],
      [5, 0.5],
      [3, 1],
      [5, 2],
    ] as [number, number][]),
    ...([
      [3, 0.5],
      [5, 0.5],
      [3, 0.5],
      [2, 0.5],
      [1, 2],
    ] as [number, number][]),
    ...([
      [1, 1],
      [5, 1],
      [8, 2],
    ] as [number, number][]),
  ],
  drums: true,
}

/** 《来吧，大家一起来！》: a march. */
export const togetherScore: Score = {
  beatsPerMinute: 124,
  tonic: 62,
  chords: [1, 1, 4, 5, 1, 6, 4, 5, 6, 4, 5, 1, 1, 1],
  melody: [
    ...([
      [5, 1],
      [8, 1],
      [8, 0.5],
      [9, 0.5],
      [10, 1],
    ] as [number, number][]),
    ...([
      [9, 0.5],
      [8, 0.5],
      [6, 1],
      [5, 2],
    ] as [number, number][]),
    ...([
      [6, 1],
      [8, 1],
      [6, 0.5],
      [5, 0.5],
      [3, 1],
    ] as [number, number][]),
    ...([
      [5, 1],
      [6, 0.5],
      [5, 0.5],
      [2, 2],
    ] as [number, number][]),
    ...([
      [5, 1],
      [8, 1],
      [8, 0.5],
      [9, 0.5],
      [10, 1],
    ] as [number, number][]),
    ...([
      [12, 1],
      [10, 0.5],
      [9, 0.5],
      [8, 2],
    ] as [number, number][]),
    ...([
      [6, 1],
      [8, 1],
      [9, 1],
      [8, 0.5],
      [6, 0.5],
    ] as [number, number][]),
    ...([
      [5, 3],
      [0, 1],
    ] as [number, number][]),
    ...([
      [10, 1],
      [10, 0.5],
      [9, 0.5],
      [8, 1],
      [6, 1],
    ] as [number, number][]),
    ...([
      [8, 1],
      [6, 0.5],
      [5, 0.5],
      [6, 2],
    ] as [number, number][]),
    ...([
      [5, 1],
      [6, 1],
      [9, 1],
      [9, 1],
    ] as [number, number][]),
    ...([
      [8, 3],
      [0, 1],
    ] as [number, number][]),
    ...([
      [5, 0.5],
      [6, 0.5],
      [8, 1],
      [5, 0.5],
      [6, 0.5],
      [8, 1],
    ] as [number, number][]),
    ...([[8, 4]] as [number, number][]),
  ],
  drums: true,
}

/** 《让爱点燃希望》: slow, without drums. */
export const hopeScore: Score = {
  beatsPerMinute: 80,
  tonic: 57,
  chords: [1, 6, 4, 5, 1, 6, 4, 5, 1, 1],
  melody: [
    ...([
      [5, 1.5],
      [6, 0.5],
      [8, 2],
    ] as [number, number][]),
    ...([
      [10, 1.5],
      [9, 0.5],
      [8, 2],
    ] as [number, number][]),
    ...([
      [6, 1.5],
      [8, 0.5],
      [6, 1],
      [5, 1],
    ] as [number, number][]),
    ...([
      [3, 1],
      [5, 1],
      [2, 2],
    ] as [number, number][]),
    ...([
      [5, 1.5],
      [6, 0.5],
      [8, 2],
    ] as [number, number][]),
    ...([
      [10, 1.5],
      [12, 0.5],
      [10, 1],
      [8, 1],
    ] as [number, number][]),
    ...([
      [9, 1.5],
      [8, 0.5],
      [6, 1],
      [8, 1],
    ] as [number, number][]),
    ...([
      [5, 1],
      [6, 1],
      [9, 2],
    ] as [number, number][]),
    ...([[8, 4]] as [number, number][]),
    ...([
      [5, 1],
      [8, 1],
      [12, 2],
    ] as [number, number][]),
  ],
  drums: false,
}
