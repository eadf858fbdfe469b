import { decodeUtf8, fromBase64url } from './core/base64url'
import type { PublicKey } from './core/jws'
import type { ScreenMode } from './core/screen'

/** What the part of the address after # asks for. */
export type Link = {
  /** The stored display to be; null: this browser's own. */
  display: string | null
  /** A pairing that was made elsewhere. */
  pair: { display: string; token: string; keys: PublicKey[] } | null
  mode: ScreenMode
  reset: boolean
}

/** Parses `#display=<id>&fit`, `#pair=<base64url JSON>`, `#exact`, `#reset`. What it does not understand it leaves out. */
export function parseLink(hash: string): Link {
  const link: Link = { display: null, pair: null, mode: 'auto', reset: false }
  for (const part of hash.replace(/^#/, '').split('&')) {
    const [name = '', value = ''] = part.split('=')
    if (name === 'display' && value) link.display = decodeURIComponent(value)
    else if (name === 'pair') link.pair = parsePairing(value)
    else if (name === 'fit' || name === 'exact') link.mode = name
    else if (name === 'reset') link.reset = true
  }
  return link
}

/** The same link once its pairing is stored: the token is no longer in the address. */
export function linkOf(display: string, mode: ScreenMode): string {
  return `#display=${encodeURIComponent(display)}${mode === 'auto' ? '' : `&${mode}`}`
}

function parsePairing(value: string): Link['pair'] {
  try {
    const pair = JSON.parse(decodeUtf8(fromBase64url(value))) as Link['pair']
    const holds =
      pair && typeof pair.display === 'string' && typeof pair.token === 'string' && Array.isArray(pair.keys)
    return holds ? pair : null
  } catch {
    // A link that was cut short pairs nothing; the code on the screen still does.
    return null
  }
}
