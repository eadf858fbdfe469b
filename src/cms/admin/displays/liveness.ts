/** How a display stands, from what its last report says. */
export type Liveness = 'unpaired' | 'never-seen' | 'online' | 'late' | 'offline'

/** Players report every 30 s: three missed reports are late, ten minutes without one are offline. */
const lateAfterMs = 95_000
const offlineAfterMs = 600_000

/** `now` in UTC ms, `lastSeenAt` as Payload keeps dates. */
export function livenessOf(
  state: { pairedAt?: string | null; lastSeenAt?: string | null } | null | undefined,
  now: number,
): Liveness {
  if (!state?.pairedAt) return 'unpaired'
  if (!state.lastSeenAt) return 'never-seen'
  const silentMs = now - Date.parse(state.lastSeenAt)
  if (silentMs < lateAfterMs) return 'online'
  return silentMs < offlineAfterMs ? 'late' : 'offline'
}
