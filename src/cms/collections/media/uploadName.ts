import type { PayloadRequest } from 'payload'

const MAX_LENGTH = 180

/** Devices to Windows, whatever the extension: who downloads such a file there cannot open it. */
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i

/** A free name for an upload: the user's own, in any script, made harmless; numbered where another file has it. */
export async function uploadName(given: string, req: PayloadRequest): Promise<string> {
  const name = cleanName(given)
  const dot = name.lastIndexOf('.')
  const [stem, ext] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, '']
  for (let number = 0; ; number += 1) {
    const candidate = number === 0 ? name : `${stem}-${number}${ext}`
    if (!(await isTaken(candidate, req))) return candidate
  }
}

/** Without folders, control characters, marks that reorder text, and what file systems or URLs refuse. */
export function cleanName(given: string): string {
  const base = given.normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const harmless = base.replace(/[\p{Cc}\p{Cf}\p{Cs}<>:"|?*#%]/gu, '').replace(/^[.\s]+|[.\s]+$/g, '')
  const usable = reserved.test(harmless) ? `_${harmless}` : harmless
  const letters = [...usable]
  if (letters.length <= MAX_LENGTH) return usable || 'file'
  const dot = usable.lastIndexOf('.')
  const ext = dot > 0 && usable.length - dot <= 10 ? [...usable.slice(dot)] : []
  return [...letters.slice(0, MAX_LENGTH - ext.length), ...ext].join('')
}

async function isTaken(filename: string, req: PayloadRequest) {
  const where = { filename: { equals: filename } }
  const { totalDocs } = await req.payload.count({ collection: 'media', where, overrideAccess: true, req })
  return totalDocs > 0
}
