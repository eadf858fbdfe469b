import type { Manifest } from '../manifest/manifest'

/** When contents are on air next, and the schedules that bring them: UTC ms, by id. */
export type Airing = { contents: Map<string, number>; schedules: Map<string, number> }

/** The first instant from `now` on at which a manifest shows each of its contents, to the segment: what shows it now is at `now`. */
export function airingOf({ segments, loops }: Pick<Manifest, 'segments' | 'loops'>, now: number): Airing {
  const airing: Airing = { contents: new Map(), schedules: new Map() }
  const seen = new Set<string>()
  for (const { from, to, loop } of segments) {
    if (to <= now || loop === null || seen.has(loop)) continue
    seen.add(loop)
    const at = Math.max(from, now)
    for (const [content, , schedule] of loops[loop] ?? []) {
      if (!airing.contents.has(content)) airing.contents.set(content, at)
      if (schedule !== null && !airing.schedules.has(schedule)) airing.schedules.set(schedule, at)
    }
  }
  return airing
}
