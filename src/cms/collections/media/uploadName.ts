import type { PayloadRequest } from 'payload'

const MAX_LENGTH = 180

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
  const letters = [...harmless]
  if (letters.length <= MAX_LENGTH) return harmless || 'file'
  const dot = harmless.lastIndexOf('.')
  const ext = dot > 0 && harmless.length - dot <= 10 ? [...harmless.slice(dot)] : []
  return [...letters.slice(0, MAX_LENGTH - ext.length), ...ext].join('')
}

async function isTaken(filename: string, req: PayloadRequest) {
  const where = { filename: { equals: filename } }
  const { totalDocs } = await req.payload.count({ collection: 'media', where, overrideAccess: true, req })
  return totalDocs > 0
}
