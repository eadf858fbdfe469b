/** How far a file had come, and when. */
export type Sample = { ms: number; bytes: number }

/** The samples of the last seconds, the oldest first. */
export type Pace = readonly Sample[]

/** Long enough to be steady, short enough to follow a change of network. */
const windowMs = 8_000
const shortestMs = 1_000
/** Progress is told many times a second; so many are enough. */
const everyMs = 250

/** The pace with one sample more, and without those that are too old. */
export function withSample(pace: Pace, sample: Sample): Pace {
  const last = pace.at(-1)
  // It went back: what was on its way had not arrived.
  if (last && sample.bytes < last.bytes) return [sample]
  if (last && pace.length > 1 && sample.ms - last.ms < everyMs) return pace
  return [...pace.filter(({ ms }) => sample.ms - ms <= windowMs), sample]
}

/** Bytes a second, or null where it is too early to say. */
export function paceOf(pace: Pace): number | null {
  const [first, last] = [pace[0], pace.at(-1)]
  if (!first || !last || last.ms - first.ms < shortestMs) return null
  return ((last.bytes - first.bytes) / (last.ms - first.ms)) * 1000
}
