import { type CompiledManifest, compile } from '../manifest/compile'
import type { Manifest, ManifestContent, ManifestFile } from '../manifest/manifest'
import { type Fault, outlineOf } from '../schedule'
import type { ProblemDocument } from './problem'
import { usableProblem } from './usable'

/** All that decides a class's manifest, as data: equal inputs compile to equal bytes. */
export type ClassInput = {
  problem: ProblemDocument
  contents: [string, ManifestContent][]
  files: [string, ManifestFile][]
  screen: Manifest['screen']
  pollSeconds: number
}

export type ClassOutcome =
  /** `refused`: what is wrong with the schedules that had to be left out. */
  { ok: true; compiled: CompiledManifest; refused: Fault[] } | { ok: false; faults: Fault[] }

/** Compiles one class, of its schedules those that the core takes. */
export function compileClass(input: ClassInput): ClassOutcome {
  const usable = usableProblem(input.problem)
  if (!usable.ok) return usable
  const compiled = compile({
    // Without the warnings: nobody reads them here.
    timeline: outlineOf(usable.problem),
    contents: new Map(input.contents),
    files: new Map(input.files),
    screen: input.screen,
    pollSeconds: input.pollSeconds,
  })
  return { ok: true, compiled, refused: usable.refused }
}
