import type { Media } from '../../../payload-types'

/** What a card shows of a media document. */
export type Piece = Pick<
  Media,
  'id' | 'filename' | 'alt' | 'kind' | 'state' | 'filesize' | 'width' | 'height' | 'sha256' | 'tags'
> & { renditions?: Media['renditions'] }

/** The fields that are asked for. */
export const pieceFields = [
  ...['filename', 'alt', 'kind', 'state', 'filesize', 'width', 'height', 'sha256', 'tags'],
  'renditions',
]

type Purpose = NonNullable<Media['renditions']>[number]['purpose']

function renditionOf({ renditions }: Piece, purpose: Purpose) {
  return renditions?.find((made) => made.purpose === purpose) ?? null
}

/** The address of the picture that stands for a piece, or null where none is made yet. */
export function pictureOf(piece: Piece, api: string): string | null {
  return renditionOf(piece, 'thumbnail') ? `${api}/media/${piece.id}/renditions/thumbnail` : null
}

/** The frames of a film side by side in one picture: its address, how many, and the shape of one (width / height). */
export function stripOf(piece: Piece, api: string): { url: string; frames: number; aspect: number } | null {
  const strip = renditionOf(piece, 'strip')
  if (!strip?.width || !strip.height || !piece.width || !piece.height) return null
  const frames = Math.max(1, Math.round((strip.width * piece.height) / (strip.height * piece.width)))
  const url = `${api}/media/${piece.id}/renditions/strip`
  return { url, frames, aspect: strip.width / frames / strip.height }
}

/** `1:05`, `1:02:03`; null for what has no length. */
export function lengthText(piece: Piece): string | null {
  const seconds = renditionOf(piece, 'screen')?.seconds
  if (seconds === null || seconds === undefined) return null
  const whole = Math.max(1, Math.round(seconds))
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60)]
  const two = (number: number) => String(number).padStart(2, '0')
  const tail = two(whole % 60)
  return hours > 0 ? `${hours}:${two(minutes)}:${tail}` : `${minutes}:${tail}`
}
