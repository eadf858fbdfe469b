import { createHash } from 'node:crypto'
import type { Manifest, ManifestContent } from '../../src/manifest/manifest'

type Item = {
  id: string
  ms: number
  schedule?: string | null
  content?: Partial<ManifestContent>
}

/** A manifest of one segment, an hour around `now`, that repeats `items` from `anchor`. Fields of `changes` replace. */
export function loopManifest(
  items: Item[],
  { now, anchor = now, ...changes }: { now: number; anchor?: number } & Partial<Manifest>,
): Manifest {
  const loop = items.map(({ id, ms, schedule = 's-1' }): [string, number, string | null] => [
    id,
    ms,
    schedule,
  ])
  return {
    version: 1,
    from: now - 3_600_000,
    validUntil: now + 3_600_000,
    pollSeconds: 1,
    screen: { width: 384, height: 256, rotate: 0 },
    files: {},
    contents: Object.fromEntries(items.map(({ id, content }) => [id, contentOf(id, content)])),
    loops: { main: loop },
    segments: [
      {
        from: now - 3_600_000,
        to: now + 3_600_000,
        anchor,
        level: 'normal',
        muted: false,
        loop: 'main',
        layout: null,
      },
    ],
    layouts: {},
    withdrawn: [],
    ...changes,
  }
}

/** A slogan, unless `content` says otherwise. */
export function contentOf(id: string, content: Partial<ManifestContent> = {}): ManifestContent {
  const kind = content.kind ?? 'text'
  const text =
    kind === 'text'
      ? {
          body: id,
          color: '#ffffff',
          background: '#990000',
          align: 'center' as const,
          weight: 700,
          motion: 'still' as const,
          pixelsPerSecond: 60,
        }
      : undefined
  return { kind, text, fit: 'contain', volume: 1, label: id, ...content }
}

/** Lower-case hexadecimal SHA-256. */
export function sha256(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex')
}
