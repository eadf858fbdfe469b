import type { Content, DisplayProfile } from '../cms/payload-types'
import { type AssembleContext, assemble, exactFiles, screenRendition } from './assemble'
import type { Snapshot } from './snapshot'

/**
 * The contents that may go on air, by id: approved, and with their files rendered. Nothing else is ever compiled or served.
 * With a profile: those that its screens can show, as long as they show them.
 */
export function approvedContents(
  { contents, media, renditions }: Pick<Snapshot, 'contents' | 'media' | 'renditions'>,
  profile: DisplayProfile | null = null,
): Map<string, Content> {
  const context = { media, renditions, url: () => '' }
  const approved = new Map<string, Content>()
  for (const [id, content] of contents) {
    const shown = content.reviewStatus === 'approved' ? asShown(content, context, profile) : null
    if (shown) approved.set(id, shown)
  }
  return approved
}

/** A content with the length that it has on screens of that profile; null where they cannot show it. */
function asShown(content: Content, context: AssembleContext, profile: DisplayProfile | null): Content | null {
  const assembled = assemble(content, context, profile)
  if (!assembled) return null
  const { seconds } = assembled
  return seconds === (content.seconds ?? null) ? content : { ...content, seconds }
}

/**
 * The files of those contents, `<sha256>.<ext>`: what every screen can play, and what was made for any profile. A file made from
 * the same original for a content that is not approved is not among them.
 */
export function approvedFiles(
  approved: ReadonlyMap<string, Content>,
  snapshot: Pick<Snapshot, 'media' | 'renditions' | 'display-profiles'>,
): Set<string> {
  const { media } = snapshot
  const profiles = [...snapshot['display-profiles'].values()]
  const files = new Set<string>()
  for (const content of approved.values()) {
    add(screenRendition(media, content.media))
    add(screenRendition(media, content.cover))
    for (const profile of profiles) {
      const exact = exactFiles(content, snapshot, profile)
      add(exact.file)
      add(exact.cover)
    }
  }
  return files

  function add(file: { sha256?: string | null; ext?: string | null } | null) {
    if (file?.sha256 && file.ext) files.add(`${file.sha256}.${file.ext}`)
  }
}
