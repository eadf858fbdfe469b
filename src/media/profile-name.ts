/**
 * The description of an ICC profile (`Display P3`, `Adobe RGB (1998)`): its `desc` tag, as text of version 2 or as `mluc` of
 * version 4 (ICC.1:2010, 10.13). Undefined where there is none that can be read.
 */
export function profileName(icc: Buffer): string | undefined {
  const tags = icc.length >= 132 ? Math.min(icc.readUInt32BE(128), 100) : 0
  for (let at = 132; at + 12 <= Math.min(icc.length, 132 + tags * 12); at += 12) {
    if (icc.toString('latin1', at, at + 4) === 'desc') return text(icc.subarray(icc.readUInt32BE(at + 4)))
  }
  return undefined
}

function text(tag: Buffer) {
  if (tag.length < 28) return undefined
  if (tag.toString('latin1', 0, 4) !== 'mluc') {
    return clean(tag.toString('latin1', 12, 12 + Math.min(tag.readUInt32BE(8), 100)))
  }
  const [length, offset] = [tag.readUInt32BE(20), tag.readUInt32BE(24)]
  const utf16 = Buffer.from(tag.subarray(offset, offset + Math.min(length & ~1, 200)))
  return clean(utf16.length % 2 === 0 ? utf16.swap16().toString('utf16le') : '')
}

function clean(name: string) {
  return name.replace(/[\p{Cc}\s]+/gu, ' ').trim() || undefined
}
