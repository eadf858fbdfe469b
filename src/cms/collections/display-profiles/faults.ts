import type { DocumentFault } from '../../faults/fault'

const rotations = [0, 90, 180, 270]

type ProfileDraft = { width?: number | null; height?: number | null; rotate?: number | null }

/** Pixels are whole and a screen hangs at right angles. */
export function profileFaults(profile: ProfileDraft): DocumentFault[] {
  const faults: DocumentFault[] = []
  for (const path of ['width', 'height'] as const) {
    const pixels = profile[path]
    if (pixels != null && !Number.isInteger(pixels)) faults.push({ path, code: 'not-whole' })
  }
  if (profile.rotate != null && !rotations.includes(profile.rotate)) {
    faults.push({ path: 'rotate', code: 'choice-invalid', values: { choices: rotations.join(', ') } })
  }
  return faults
}
