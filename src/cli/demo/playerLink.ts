import type { PairedDisplay } from './seed/displays'

/** Path of the player that pairs itself as that display; see `docs/player.md`. */
export function playerLink({ id, token }: PairedDisplay, key: { kid: string; x: string }): string {
  const pairing = JSON.stringify({ display: id, token, keys: [key] })
  return `/player#pair=${Buffer.from(pairing).toString('base64url')}`
}
