const dayMs = 24 * 3_600_000

/** The horizon moves by whole steps of this length, so that an unchanged display gets 304 for hours. */
export const horizonStepMs = 6 * 3_600_000

/** URLs outlive the manifest that names them by this much, for downloads under way at its end. */
export const urlGraceMs = dayMs

/** The range [from, to) that a manifest compiled at `now` covers (UTC ms). */
export function horizonAt(now: number, days: number): { from: number; to: number } {
  const from = Math.floor(now / horizonStepMs) * horizonStepMs
  return { from, to: from + days * dayMs }
}
