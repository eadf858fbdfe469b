import type { Manifest } from '../../src/manifest/manifest'
import { entryAt, slotAt } from './position'

/** A file and the first instant at which it is needed, ms since the epoch. */
export type FileNeed = { sha256: string; at: number }

/** The files that a manifest shows during [from, to), nearest first. */
export function filesWithin(manifest: Manifest, from: number, to: number): FileNeed[] {
  const needs = collector(manifest)
  let at = from
  while (at < to) {
    const { slot } = slotAt(manifest, at, () => true)
    if (slot.kind === 'item') needs.add(slot.content, at)
    at = Math.max(slot.to, at + 1)
  }
  return needs.list
}

/** Every file that a manifest needs from `from` on, nearest first. Each loop is read once, from where it is first met. */
export function filesAhead(manifest: Manifest, from: number): FileNeed[] {
  const needs = collector(manifest)
  const seen = new Set<string>()
  for (const segment of manifest.segments) {
    if (segment.to <= from || segment.loop === null || seen.has(segment.loop)) continue
    const loop = manifest.loops[segment.loop]
    if (!loop || loop.length === 0) continue
    const start = Math.max(segment.from, from)
    const first = entryAt(loop, segment.anchor, start)
    if (!first) continue
    let at = start
    for (let step = 0; step < loop.length && at < segment.to; step++) {
      const entry = loop[(first.index + step) % loop.length]
      if (!entry) continue
      needs.add(entry[0], at)
      at = step === 0 ? first.end : at + entry[1]
    }
    // Where the segment ends before its loop does, a later segment may show the rest.
    if (at < segment.to) seen.add(segment.loop)
  }
  return needs.list
}

/** The files that one content needs. */
export function contentFiles(content: Manifest['contents'][string]): string[] {
  const files: string[] = []
  if (content.file) files.push(content.file)
  if (content.cover) files.push(content.cover)
  return files
}

function collector(manifest: Manifest) {
  const list: FileNeed[] = []
  const known = new Set<string>()
  return {
    list,
    add(id: string, at: number) {
      const content = manifest.contents[id]
      if (!content) return
      for (const sha256 of contentFiles(content)) {
        if (known.has(sha256) || !manifest.files[sha256]) continue
        known.add(sha256)
        list.push({ sha256, at })
      }
    },
  }
}
