import { createHash, randomBytes } from 'node:crypto'

/** A new secret of 256 random bits, base64url. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** What the server keeps of a token: its SHA-256, hexadecimal. */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

/** The credentials of an Authorization header of that scheme (RFC 9110, section 11), or null. */
export function credentials(header: string | undefined, scheme: 'Bearer' | 'Pairing'): string | null {
  const match = /^(\w+) +([\w.~+/=-]+) *$/.exec(header ?? '')
  return match?.[1]?.toLowerCase() === scheme.toLowerCase() ? (match[2] ?? null) : null
}

/**
 * Which display an Authorization header speaks for, as found before: a cache before the database, so that a poll costs a map
 * look-up. One header a display; it is dropped when the display's token changes.
 */
export function bearerCache() {
  const displays = new Map<string, string>()
  const headers = new Map<string, string>()
  function drop(display: string) {
    const header = headers.get(display)
    if (header !== undefined) displays.delete(header)
    headers.delete(display)
  }
  return {
    displayOf: (header: string | undefined) => (header === undefined ? undefined : displays.get(header)),
    note(header: string, display: string) {
      drop(display)
      displays.set(header, display)
      headers.set(display, header)
    },
    drop,
  }
}

export type BearerCache = ReturnType<typeof bearerCache>
