import type { Content } from '../cms/payload-types'
import type { Manifest, ManifestContent, ManifestFile } from '../manifest/manifest'
import { type AssembleContext, type Assembled, assemble, exactFiles } from './assemble'
import type { DisplayClass } from './classes'
import type { ClassInput } from './compile-class'
import { idOf } from './ids'
import { type ProblemContext, problemOf } from './problem'

type InputContext = ProblemContext & AssembleContext
type PlayedClass = Pick<DisplayClass, 'settings' | 'schedules' | 'profile'>

/** All that decides the manifest of a class over [from, to), UTC ms. */
export function classInput(
  displayClass: PlayedClass & Pick<DisplayClass, 'key'>,
  context: InputContext,
  range: { from: number; to: number },
): ClassInput {
  const { profile, settings } = displayClass
  const shown = shownContents(displayClass, context)
  const ofClass = new Map([...shown].map(([id, { document }]) => [id, document]))
  const problem = problemOf(displayClass, { ...context, contents: ofClass }, range)
  const contents: ClassInput['contents'] = []
  const files = new Map<string, ManifestFile>()
  for (const { id } of problem.contents) {
    const { assembled } = shown.get(id) as Shown
    contents.push([id, profile.audio === false ? silent(assembled.content) : assembled.content])
    for (const [hash, file] of assembled.files) files.set(hash, file)
  }
  return {
    problem,
    contents,
    files: [...files],
    screen: {
      width: profile.width,
      height: profile.height,
      rotate: Number(profile.rotate ?? 0) as Manifest['screen']['rotate'],
    },
    pollSeconds: settings.pollSeconds,
  }
}

type Shown = { document: Content; assembled: Assembled }

/** The contents of a class's playlists that its screens can show, and for how long. */
function shownContents(displayClass: PlayedClass, context: InputContext): Map<string, Shown> {
  const shown = new Map<string, Shown>()
  for (const id of contentsOf(displayClass, context.playlists)) {
    const content = context.contents.get(id)
    const assembled = content && assemble(content, context, displayClass.profile)
    if (!assembled) continue
    const { seconds } = assembled
    const document = seconds === (content.seconds ?? null) ? content : { ...content, seconds }
    shown.set(id, { document, assembled })
  }
  return shown
}

function silent(content: ManifestContent): ManifestContent {
  return { ...content, volume: 0 }
}

/**
 * Every document that `classInput` reads. While they are the very same objects, and the range is, so is the input: asking that costs
 * next to nothing, making the input and its digest a few ms a class.
 */
export function classSources(displayClass: PlayedClass, context: InputContext): unknown[] {
  const { profile, schedules } = displayClass
  const { playlists, contents, media, calendar } = context
  const sources: unknown[] = [profile, calendar, ...schedules, ...playlistsOf(displayClass, playlists)]
  for (const id of contentsOf(displayClass, playlists)) {
    const content = contents.get(id)
    sources.push(content)
    if (!content) continue
    for (const file of [content.media, content.cover]) if (file) sources.push(media.get(idOf(file)))
    // Of the files made for its screens those that are ready, so that one in the making moves nothing.
    const exact = exactFiles(content, context, profile)
    sources.push(exact.file, exact.cover)
  }
  return sources
}

/** The contents that a class's schedules and filler name, each once, approved or not. */
export function contentsOf(displayClass: PlayedClass, playlists: ProblemContext['playlists']): Set<string> {
  const entries = playlistsOf(displayClass, playlists).flatMap((playlist) => playlist?.entries ?? [])
  return new Set(entries.map(({ content }) => idOf(content)))
}

function playlistsOf({ schedules, settings }: PlayedClass, playlists: ProblemContext['playlists']) {
  const named = [...schedules.map(({ playlist }) => playlist), ...(settings.filler ? [settings.filler] : [])]
  return [...new Set(named.map(idOf))].map((id) => playlists.get(id))
}
