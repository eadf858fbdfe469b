/**
 * The single byte range that a `Range` header asks of `bytes` bytes, both ends included; null where the whole is meant: no header,
 * several ranges, or what is not well formed (RFC 9110, section 14.2).
 */
export function parseRange(
  header: string | null | undefined,
  bytes: number,
): { start: number; end: number } | 'unsatisfiable' | null {
  const [, first, last] = header?.match(/^bytes=(\d*)-(\d*)$/) ?? []
  if (!first && !last) return null
  if (first && last && Number(first) > Number(last)) return null
  const start = first ? Number(first) : Math.max(0, bytes - Number(last))
  const end = first && last ? Math.min(Number(last), bytes - 1) : bytes - 1
  return start >= bytes ? 'unsatisfiable' : { start, end }
}
