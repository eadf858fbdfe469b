import type { Manifest, ManifestFile } from '../manifest/manifest'
import { type AssembleContext, assemble } from './assemble'
import type { DisplayClass } from './classes'
import type { ClassInput } from './compile-class'
import { idOf } from './ids'
import { type ProblemContext, problemOf } from './problem'

type InputContext = ProblemContext & AssembleContext

/** All that decides the manifest of a class over [from, to), UTC ms. */
export function classInput(
  displayClass: Pick<DisplayClass, 'key' | 'settings' | 'schedules' | 'profile'>,
  context: InputContext,
  range: { from: number; to: number },
): ClassInput {
  const { profile, settings } = displayClass
  const problem = problemOf(displayClass, context, range)
  const contents: ClassInput['contents'] = []
  const files = new Map<string, ManifestFile>()
  for (const { id } of problem.contents) {
    const document = context.contents.get(id)
    const assembled = document && assemble(document, context)
    if (!assembled) continue
    contents.push([id, profile.audio === false ? { ...assembled.content, volume: 0 } : assembled.content])
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

/**
 * Every document that `classInput` reads. While they are the very same objects, and the range is, so is the input: asking that costs
 * next to nothing, making the input and its digest a few ms a class.
 */
export function classSources(
  { profile, settings, schedules }: Pick<DisplayClass, 'settings' | 'schedules' | 'profile'>,
  { playlists, contents, media, calendar }: InputContext,
): unknown[] {
  const sources: unknown[] = [profile, calendar, ...schedules]
  const played = [...schedules.map(({ playlist }) => playlist), ...(settings.filler ? [settings.filler] : [])]
  for (const id of new Set(played.map(idOf))) {
    const playlist = playlists.get(id)
    sources.push(playlist)
    for (const entry of playlist?.entries ?? []) {
      const content = contents.get(idOf(entry.content))
      sources.push(content)
      for (const file of [content?.media, content?.cover]) if (file) sources.push(media.get(idOf(file)))
    }
  }
  return sources
}
