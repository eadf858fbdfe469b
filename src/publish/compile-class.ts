import { type CompiledManifest, compile } from '../manifest/compile'
import type { Manifest, ManifestContent, ManifestFile } from '../manifest/manifest'
import { type Fault, resolve } from '../schedule'
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
  return { ok: true, compiled: compileTimeline(input, resolve(usable.problem)), refused: usable.refused }
}

function compileTimeline(input: ClassInput, timeline: ReturnType<typeof resolve>) {
  return compile({
    timeline,
    contents: new Map(input.contents),
    files: new Map(input.files),
    screen: input.screen,
    pollSeconds: input.pollSeconds,
  })
}
