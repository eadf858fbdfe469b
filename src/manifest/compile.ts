import { createHash } from 'node:crypto'
import type { Segment, Timeline } from '../schedule'
import type { LoopItem, Manifest, ManifestContent, ManifestFile } from './manifest'

export type CompileInput = {
  /** What plays and when, over the horizon [from, to). */
  timeline: Pick<Timeline, 'from' | 'to'> & { segments: Iterable<Segment> }
  /** Every content that the timeline may name, by id. */
  contents: ReadonlyMap<string, ManifestContent>
  /** Every file that those contents may name, by SHA-256. */
  files: ReadonlyMap<string, ManifestFile>
  screen: Manifest['screen']
  pollSeconds: number
  withdrawn?: readonly string[]
}

export type CompiledManifest = {
  /** The canonical bytes: what is sent, hashed and signed. */
  body: Buffer
  /** Lower-case hexadecimal SHA-256 of `body`. */
  sha256: string
  /** The files that it names, sorted. */
  files: string[]
}

/**
 * A timeline and its contents as the manifest of a class of displays (docs/device-protocol.md).
 * The same input gives the same bytes in whatever order its maps stand: keys are sorted by code unit, loops are shared by hash.
 * @throws RangeError where the timeline names a content, or a content a file, that was not handed in
 */
export function compile(input: CompileInput): CompiledManifest {
  const { loops, keyOf } = sharedLoops()
  const segments = [...input.timeline.segments].map((segment) => ({
    from: segment.from,
    to: segment.to,
    anchor: segment.anchor,
    level: segment.level,
    muted: segment.muted,
    loop: segment.loop.length === 0 ? null : keyOf(segment.loop),
    layout: null,
  }))
  const contents = pick(input.contents, contentIds(loops), 'content')
  const files = pick(input.files, fileHashes(Object.values(contents)), 'file')
  const manifest: Manifest = {
    version: 1,
    from: input.timeline.from,
    validUntil: input.timeline.to,
    pollSeconds: input.pollSeconds,
    screen: { width: input.screen.width, height: input.screen.height, rotate: input.screen.rotate },
    files,
    contents,
    loops: Object.fromEntries([...loops].sort(byKey)),
    segments,
    layouts: {},
    withdrawn: [...(input.withdrawn ?? [])].sort(),
  }
  const body = Buffer.from(JSON.stringify(manifest), 'utf8')
  return { body, sha256: sha256(body), files: Object.keys(files) }
}

function loopItem({ content, schedule, seconds }: Segment['loop'][number]): LoopItem {
  return [content, Math.round(seconds * 1000), schedule]
}

/** Loops under their hashes. Segments mostly share one list already: that is hashed once. */
function sharedLoops() {
  const loops = new Map<string, LoopItem[]>()
  const keys = new Map<Segment['loop'], string>()
  const keyOf = (loop: Segment['loop']): string => {
    const known = keys.get(loop)
    if (known !== undefined) return known
    const items = loop.map(loopItem)
    const key = sha256(JSON.stringify(items)).slice(0, 16)
    loops.set(key, items)
    keys.set(loop, key)
    return key
  }
  return { loops, keyOf }
}

function contentIds(loops: ReadonlyMap<string, LoopItem[]>) {
  return new Set([...loops.values()].flat().map(([content]) => content))
}

function fileHashes(contents: ManifestContent[]) {
  return new Set(contents.flatMap(({ file, cover }) => [file, cover]).filter((hash) => hash !== undefined))
}

function pick<T>(from: ReadonlyMap<string, T>, keys: ReadonlySet<string>, what: string): Record<string, T> {
  const entries = [...keys].sort().map((key): [string, T] => {
    const value = from.get(key)
    if (value === undefined) throw new RangeError(`manifest names the unknown ${what} ${key}`)
    return [key, value]
  })
  return Object.fromEntries(entries)
}

function byKey([a]: [string, unknown], [b]: [string, unknown]) {
  return a < b ? -1 : 1
}

function sha256(data: string | Buffer) {
  return createHash('sha256').update(data).digest('hex')
}
