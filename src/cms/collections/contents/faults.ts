import type { DocumentFault } from '../../faults/fault'
import { idOf } from '../../faults/idOf'
import { isAiringSeconds } from '../../faults/seconds'
import { anyOf, type MediaKind, mediaKindsOf, mediaKindTexts } from './kinds'

/** A content as it is about to be saved; what is not known yet may be missing. */
export type ContentDraft = {
  kind?: string | null
  seconds?: number | null
  media?: unknown
  cover?: unknown
  page?: number | null
  text?: string | null
  url?: string | null
  style?: { color?: string | null; background?: string | null; weight?: number | null } | null
  validFrom?: string | null
  validUntil?: string | null
}

/** What the check needs to know of a file; `pages`: how many a document has. */
type FileOfContent = { kind: MediaKind; state: string; pages?: number | undefined }

/** Null where there is no such file. */
export type FilesOfContent = Record<'media' | 'cover', FileOfContent | null>

const weights = [400, 500, 700, 900]

/** All that is wrong with a content, in the order of its form. */
export function contentFaults(content: ContentDraft, files: FilesOfContent): DocumentFault[] {
  return [
    ...fileFaults(content, files),
    ...pageFaults(content, files.media),
    ...textFaults(content),
    ...urlFaults(content),
    ...styleFaults(content.style ?? {}),
    ...secondsFaults(content.seconds),
    ...validityFaults(content),
  ]
}

function fileFaults(content: ContentDraft, files: FilesOfContent): DocumentFault[] {
  const wanted = mediaKindsOf(content.kind)
  if (wanted.length === 0) return []
  const faults = fileFault('media', wanted, content.media, files.media)
  if (!idOf(content.media)) faults.push({ path: 'media', code: 'media-required' })
  if (content.kind === 'song') faults.push(...fileFault('cover', ['image'], content.cover, files.cover))
  return faults
}

function fileFault(
  path: 'media' | 'cover',
  wanted: MediaKind[],
  chosen: unknown,
  file: FilesOfContent['media'],
): DocumentFault[] {
  // That a chosen file is gone is told by the check of references.
  if (!idOf(chosen) || !file) return []
  if (!wanted.includes(file.kind))
    return [
      {
        path,
        code: 'media-kind-mismatch',
        values: { wanted: anyOf(wanted), given: mediaKindTexts[file.kind] },
      },
    ]
  return file.state === 'failed' ? [{ path, code: 'media-failed' }] : []
}

/** The page of a document that a poster shows. */
function pageFaults({ kind, page }: ContentDraft, media: FilesOfContent['media']): DocumentFault[] {
  if (kind !== 'poster' || page == null) return []
  if (!Number.isInteger(page)) return [{ path: 'page', code: 'not-whole' }]
  const pages = media?.pages
  const beyond = media?.kind === 'document' && pages !== undefined && page > pages
  return beyond ? [{ path: 'page', code: 'page-beyond-end', values: { pages } }] : []
}

function textFaults({ kind, text }: ContentDraft): DocumentFault[] {
  const needed = kind === 'slogan' || kind === 'notice'
  return needed && !text?.trim() ? [{ path: 'text', code: 'text-required' }] : []
}

function urlFaults({ kind, url }: ContentDraft): DocumentFault[] {
  if (kind !== 'web') return []
  if (!url) return [{ path: 'url', code: 'url-required' }]
  const parsed = URL.canParse(url) ? new URL(url) : null
  return parsed && /^https?:$/.test(parsed.protocol) ? [] : [{ path: 'url', code: 'url-invalid' }]
}

function styleFaults(style: NonNullable<ContentDraft['style']>): DocumentFault[] {
  const faults: DocumentFault[] = []
  for (const name of ['color', 'background'] as const) {
    const color = style[name]
    if (color && !/^#[0-9a-f]{6}$/i.test(color)) faults.push({ path: `style.${name}`, code: 'color-invalid' })
  }
  if (style.weight != null && !weights.includes(style.weight)) {
    faults.push({ path: 'style.weight', code: 'choice-invalid', values: { choices: weights.join(', ') } })
  }
  return faults
}

function secondsFaults(seconds: number | null | undefined): DocumentFault[] {
  return seconds == null || isAiringSeconds(seconds)
    ? []
    : [{ path: 'seconds', code: 'seconds-out-of-range' }]
}

function validityFaults({ validFrom, validUntil }: ContentDraft): DocumentFault[] {
  if (!validFrom || !validUntil || Date.parse(validFrom) < Date.parse(validUntil)) return []
  return [{ path: 'validUntil', code: 'valid-until-not-after' }]
}
