import { z } from 'zod'
import { runDecoder } from './decoder'
import type { DocumentFacts } from './facts'
import { MediaFault } from './faults'

/** A handbook has some two hundred pages; each is a picture that somebody chooses by its number. */
const MAX_PAGES = 500
/** The whole file is read into memory. */
const MAX_BYTES = 200_000_000
/** 16.8 megapixels: a page on an ultra-high-definition screen, with room to spare. */
const MAX_SIDE = 4096
const OPEN_TIMEOUT_MS = 30_000
const DRAW_TIMEOUT_MS = 60_000

const size = z.object({ width: z.number(), height: z.number() })
const told = z.object({ pages: z.array(size).min(1), aigc: z.string().optional() })

/**
 * Facts of a PDF. Throws MediaFault: `media-locked` where it asks for a password, `media-damaged`, `media-too-many-pages`,
 * `media-too-large`, `media-too-complex`.
 */
export async function inspectPdf(path: string, bytes: number): Promise<DocumentFacts> {
  if (bytes > MAX_BYTES) throw new MediaFault('media-too-large', { detail: `${bytes} bytes of PDF` })
  const input = { path, maxPages: MAX_PAGES }
  const found = await runDecoder({ command: 'pdf-pages', input, timeoutMs: OPEN_TIMEOUT_MS })
  return { kind: 'document', format: 'pdf', ...told.parse(found) }
}

export type PdfPage = {
  path: string
  /** From 1. */
  page: number
  /** The box that the picture fills as far as the page's proportions let it, in pixels; 4096 each way at most. */
  maxWidth: number
  maxHeight: number
  /** Where the PNG is written. */
  target: string
  signal?: AbortSignal | undefined
}

/** Draws one page on white in a process of its own, and returns the size of the picture. Throws MediaFault. */
export async function renderPdfPage(wanted: PdfPage): Promise<{ width: number; height: number }> {
  const { path, page, target, signal } = wanted
  const maxWidth = Math.min(wanted.maxWidth, MAX_SIDE)
  const maxHeight = Math.min(wanted.maxHeight, MAX_SIDE)
  const input = { path, page, maxWidth, maxHeight, target }
  return size.parse(await runDecoder({ command: 'pdf-page', input, timeoutMs: DRAW_TIMEOUT_MS, signal }))
}
