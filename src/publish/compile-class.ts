import { type CompiledManifest, compile } from '../manifest/compile'
import type { Manifest, ManifestContent, ManifestFile } from '../manifest/manifest'
import { type Fault, parseProblem, resolve } from '../schedule'
import type { ProblemDocument } from './problem'

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

/**
 * Compiles one class. A schedule that the core refuses (written by an older version, say) is left out and told of, so that one bad
 * document never takes all others off the air.
 */
export function compileClass(input: ClassInput): ClassOutcome {
  const first = parseProblem(input.problem)
  if (first.ok) return { ok: true, compiled: compileTimeline(input, resolve(first.problem)), refused: [] }
  const bad = new Set(first.faults.map(({ pointer }) => /^\/schedules\/(\d+)/.exec(pointer)?.[1]))
  const schedules = input.problem.schedules.filter((_, index) => !bad.has(String(index)))
  const second = parseProblem({ ...input.problem, schedules })
  if (!second.ok) return { ok: false, faults: second.faults }
  return { ok: true, compiled: compileTimeline(input, resolve(second.problem)), refused: first.faults }
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
