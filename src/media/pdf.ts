export type PdfPage = {
  path: string
  /** From 1. */
  page: number
  /** The box that the picture fills as far as the page's proportions let it, in pixels. */
  maxWidth: number
  maxHeight: number
  /** Where the PNG is written. */
  target: string
  signal?: AbortSignal | undefined
}

/** Draws one page on white, and returns the size of the picture. */
export async function renderPdfPage(_page: PdfPage): Promise<{ width: number; height: number }> {
  throw new Error('not yet')
}
