import type { Content } from '../cms/payload-types'
import { assemble, screenRendition } from './assemble'
import type { Snapshot } from './snapshot'

/**
 * The contents that may go on air, by id: approved, and with their files rendered. Nothing else is ever compiled or served.
 */
export function approvedContents({
  contents,
  media,
}: Pick<Snapshot, 'contents' | 'media'>): Map<string, Content> {
  const context = { media, url: () => '' }
  return new Map(
    [...contents].filter(
      ([, content]) => content.reviewStatus === 'approved' && assemble(content, context) !== null,
    ),
  )
}

/** The files of those contents: `<sha256>.<ext>`. */
export function approvedFiles(approved: ReadonlyMap<string, Content>, media: Snapshot['media']): Set<string> {
  const files = [...approved.values()].flatMap((content) => [
    screenRendition(media, content.media),
    screenRendition(media, content.cover),
  ])
  return new Set(files.flatMap((file) => (file ? [`${file.sha256}.${file.ext}`] : [])))
}
