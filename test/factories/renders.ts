import { copyFile, open } from 'node:fs/promises'
import { profilePresets } from '../../src/cms/collections/display-profiles/presets'
import type { Facts } from '../../src/media/facts'
import { inspect } from '../../src/media/inspect'
import { planOf } from '../../src/media/plan'
import { type RenderInput, type Rendition, render } from '../../src/media/render'
import { runTool } from '../../src/media/run'
import type { RenditionSpec, ScreenTarget } from '../../src/media/spec'
import type { Storage, StoredFile } from '../../src/media/storage'
import { tools } from './media'

type Original = StoredFile & { facts: Facts }

/** The five screens of the presets, as seen. */
export const presetScreens: (ScreenTarget & { preset: string })[] = profilePresets.map(
  ({ preset, width, height, audio }) => ({
    ...{ preset, width, height, audio, lufs: audio ? -24 : null, page: true },
    formats: ['jpeg', 'png', 'webp', 'h264', 'aac', 'mp3'],
  }),
)

/** Inspects a file and puts a copy of it into storage, as an upload would. */
export async function received(storage: Storage, path: string): Promise<Original> {
  const inspected = await inspect(path, { tools, maxBytes: 1e9 })
  const copy = await storage.temporaryPath('upload')
  await copyFile(path, copy)
  await storage.adopt(copy, inspected)
  return inspected
}

/** Makes what a specification says, and tells where it is. */
export async function rendered(
  storage: Storage,
  spec: RenditionSpec | null,
  original: Original | null,
  options: Partial<RenderInput> = {},
): Promise<Rendition<null> & { path: string }> {
  if (!spec) throw new Error('no specification')
  const facts = original?.facts ?? null
  const sourceSeconds = facts && 'seconds' in facts ? facts.seconds : null
  const made = await render({
    original,
    sourceSeconds,
    storage,
    tools,
    ...options,
    plan: planOf(spec, facts),
  })
  return { ...made, path: await storage.localPath(made) }
}

/** What ffprobe says of a file. */
export async function probed(path: string, ...entries: string[]): Promise<Probed> {
  const args = ['-v', 'error', ...entries, '-of', 'json', path]
  return JSON.parse(await runTool({ program: tools().ffprobe, args, timeoutMs: 60_000 })) as Probed
}

export type Probed = {
  streams: ({ codec_type: string } & Record<string, unknown>)[]
  format: { duration: string; tags?: Record<string, string> }
  packets: { pts_time: string; flags: string }[]
}

/** The names of an MP4's outermost boxes, in order. */
export async function boxesOf(path: string): Promise<string[]> {
  const file = await open(path)
  const names: string[] = []
  const head = Buffer.alloc(16)
  try {
    for (let at = 0; ; ) {
      const { bytesRead } = await file.read(head, 0, 16, at)
      if (bytesRead < 8) return names
      const size = head.readUInt32BE(0)
      names.push(head.toString('latin1', 4, 8))
      at += size === 1 ? Number(head.readBigUInt64BE(8)) : size
      if (size === 0) return names
    }
  } finally {
    await file.close()
  }
}
