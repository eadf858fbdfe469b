/** Everything that can go wrong at a display, under the code by which it is reported. */
export type ErrorCode =
  | 'network'
  | 'server-error'
  | 'rate-limited'
  | 'unauthorised'
  | 'manifest-signature'
  | 'manifest-display'
  | 'manifest-hash'
  | 'manifest-revision'
  | 'manifest-version'
  | 'file-unavailable'
  | 'file-damaged'
  | 'storage-full'
  | 'storage-failed'
  | 'not-decodable'
  | 'late'
  | 'sound-refused'
  | 'page-timeout'

export type Policy = {
  /** retry: the same again, later. skip: leave the item out until then. note: go on, and only say so. */
  action: 'retry' | 'skip' | 'note'
  /** Wait before the next attempt: doubled from `firstMs` to `mostMs`. */
  firstMs: number
  mostMs: number
}

const MINUTE = 60_000

/** The one place that says what a fault leads to. Standby is what a screen shows when nothing else is left to it. */
export const POLICY: Record<ErrorCode, Policy> = {
  network: { action: 'retry', firstMs: 1000, mostMs: 5 * MINUTE },
  'server-error': { action: 'retry', firstMs: 2000, mostMs: 5 * MINUTE },
  'rate-limited': { action: 'retry', firstMs: 5000, mostMs: 10 * MINUTE },
  unauthorised: { action: 'retry', firstMs: 5000, mostMs: 5 * MINUTE },
  'manifest-signature': { action: 'retry', firstMs: 5000, mostMs: 5 * MINUTE },
  'manifest-display': { action: 'retry', firstMs: 5000, mostMs: 5 * MINUTE },
  'manifest-hash': { action: 'retry', firstMs: 1000, mostMs: 5 * MINUTE },
  'manifest-revision': { action: 'retry', firstMs: 5000, mostMs: 5 * MINUTE },
  'manifest-version': { action: 'retry', firstMs: 30_000, mostMs: 10 * MINUTE },
  'file-unavailable': { action: 'retry', firstMs: 2000, mostMs: 10 * MINUTE },
  'file-damaged': { action: 'retry', firstMs: 1000, mostMs: 10 * MINUTE },
  'storage-full': { action: 'retry', firstMs: MINUTE, mostMs: 10 * MINUTE },
  'storage-failed': { action: 'retry', firstMs: 1000, mostMs: MINUTE },
  'not-decodable': { action: 'skip', firstMs: 10 * MINUTE, mostMs: 60 * MINUTE },
  late: { action: 'skip', firstMs: 10_000, mostMs: 10 * MINUTE },
  'sound-refused': { action: 'note', firstMs: 0, mostMs: 0 },
  'page-timeout': { action: 'skip', firstMs: MINUTE, mostMs: 10 * MINUTE },
}

/**
 * Milliseconds to wait after the `failures`th failure in a row (from 1): doubled each time, between the policy's limits, and
 * spread over half to the whole of that so that a restarted server is not met by all its displays at once.
 * `atMostMs` is the caller's own limit: a poll is never rarer than its usual rate makes it.
 */
export function delayAfter(
  code: ErrorCode,
  failures: number,
  random: number,
  atMostMs = Number.MAX_VALUE,
): number {
  const { firstMs, mostMs } = POLICY[code]
  const whole = Math.min(mostMs, atMostMs, firstMs * 2 ** Math.min(30, Math.max(0, failures - 1)))
  return Math.round(whole * (0.5 + random / 2))
}

/** A fault as the table knows it. */
export class PlayerError extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly detail: string = code,
  ) {
    super(detail)
    // ES2015 classes keep the prototype; older down-levelled ones would not.
    this.name = 'PlayerError'
  }
}

/** The code and words of anything thrown; what is not ours counts as `otherwise`. */
export function faultOf(error: unknown, otherwise: ErrorCode): { code: ErrorCode; detail: string } {
  if (error instanceof PlayerError) return { code: error.code, detail: error.detail }
  return {
    code: otherwise,
    detail: error instanceof Error ? `${error.name}: ${error.message}` : String(error),
  }
}
