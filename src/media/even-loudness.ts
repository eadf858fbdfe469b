/** What a measuring pass tells of a sound; null where all is silence, or too short to tell (0.4 s). */
export type Heard = { lufs: number; truePeak: number } | null

/** Peaks stay below −1 dBTP (GY/T 282-2014, EBU R128), and AAC makes them a little higher than they were. */
export const MOST_TRUE_PEAK = -1
export const FIRST_CEILING = -2
/** A whisper is not made a roar. */
const MOST_GAIN = 30
/** What ebur128 reports where its gate lets nothing through. */
const SILENCE_LUFS = -70
/** Peaks between the samples show at four times the rate. */
const OVERSAMPLED_HZ = 192_000

/** How a sound is brought to its loudness: a gain, and a limiter only where its peaks would be too high then. In dB and dBTP. */
export type Evening = { gain: number; ceiling: number | null }

/** The gain that is missing, as one number for the whole of it: nothing is compressed that can be left alone. */
export function eveningOf(heard: Heard, lufs: number, ceiling = FIRST_CEILING): Evening | null {
  if (!heard) return null
  const gain = Math.min(MOST_GAIN, round(lufs - heard.lufs))
  return { gain, ceiling: heard.truePeak + gain > ceiling ? ceiling : null }
}

/** FFmpeg's filters for it; `anull` where nothing is to be done. Those of 4.1 (2018) and later. */
export function eveningFilters(evening: Evening | null): string {
  if (!evening) return 'anull'
  const gain = `volume=${evening.gain.toFixed(2)}dB`
  if (evening.ceiling === null) return gain
  const limit = (10 ** (evening.ceiling / 20)).toFixed(4)
  return [
    gain,
    `aresample=${OVERSAMPLED_HZ}`,
    `alimiter=level=disabled:limit=${limit}:attack=5:release=80`,
    'aresample=48000',
  ].join(',')
}

/** Reads the summary that ebur128 writes when it ends; there is none where a sound track holds no sound. */
export function readSummary(words: string): Heard {
  const summary = words.slice(words.lastIndexOf('Summary:'))
  const [, lufs] = /\bI:\s+(\S+) LUFS/.exec(summary) ?? []
  const [, peak] = /\bPeak:\s+(\S+) dBFS/.exec(summary) ?? []
  if (lufs === undefined || peak === undefined) return null
  const heard = { lufs: Number(lufs), truePeak: Number(peak) }
  return Number.isFinite(heard.truePeak) && heard.lufs > SILENCE_LUFS ? heard : null
}

function round(value: number) {
  return Math.round(value * 100) / 100
}
