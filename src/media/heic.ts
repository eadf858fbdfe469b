export type HeicPicture = {
  path: string
  /** Where a picture of the same pixels is written that sharp reads: a TIFF, upright, with its colour profile. */
  target: string
  signal?: AbortSignal | undefined
}

/** Decodes the main picture of a HEIC or HEIF file, and returns its size. */
export async function decodeHeic(_picture: HeicPicture): Promise<{ width: number; height: number }> {
  throw new Error('not yet')
}
