/**
 * Whether If-None-Match names the entity tag: weak comparison (RFC 9110, section 13.1.2). What the request says of caches on the way
 * (`Cache-Control: no-cache`, which a fetch adds by itself) does not count here: the origin itself answers.
 */
export function matchesTag(ifNoneMatch: string | undefined, etag: string): boolean {
  const given = (ifNoneMatch ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''))
  return given.includes(etag) || given.includes('*')
}
