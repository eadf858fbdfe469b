import type { PairingRequest } from '../src/manifest/messages'

declare const PLAYER_VERSION: string

/** Name and version of this player, as the server is told. */
export const playerVersion = `xuanbo-player/${PLAYER_VERSION}`

const CODECS: Record<string, string> = {
  h264: 'video/mp4; codecs="avc1.640028"',
  hevc: 'video/mp4; codecs="hvc1.1.6.L120.90"',
  vp9: 'video/webm; codecs="vp9"',
  av1: 'video/mp4; codecs="av01.0.08M.08"',
  aac: 'audio/mp4; codecs="mp4a.40.2"',
  opus: 'audio/webm; codecs="opus"',
}

/** What an operator sees of a display before pairing it. */
export function deviceFacts(): PairingRequest {
  const probe = document.createElement('video')
  return {
    model: deviceModel(navigator.userAgent),
    width: Math.max(1, Math.round(screen.width)),
    height: Math.max(1, Math.round(screen.height)),
    pixelRatio: window.devicePixelRatio || 1,
    codecs: Object.keys(CODECS).filter((name) => probe.canPlayType(CODECS[name] || '') !== ''),
    playerVersion,
  }
}

/** "X11; Linux x86_64, Chrome 120" from a user agent. */
function deviceModel(userAgent: string): string {
  const system = (/\(([^)]*)\)/.exec(userAgent) || [])[1] || ''
  const browser = (/(?:Chrome|Firefox|Version)\/\d+/.exec(userAgent) || [])[0] || ''
  return `${system}, ${browser.replace('/', ' ')}`.slice(0, 200)
}

/** 128 random bits in hexadecimal: tells one start of the player from another. */
export function randomId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => (byte + 256).toString(16).slice(1)).join('')
}
