import { existsSync } from 'node:fs'
import { copyFile, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { diskStorage } from '../../../src/media/disk'
import type { VideoFacts } from '../../../src/media/facts'
import { inspect } from '../../../src/media/inspect'
import { planRenditions } from '../../../src/media/plan'
import { type RenderInput, render } from '../../../src/media/render'
import type { Storage, StoredFile } from '../../../src/media/storage'
import { locateTools, type Tools } from '../../../src/media/tools'
import { aPhoneVideo, sample, temporaryFolder, tools } from '../../factories/media'

let scratch: Awaited<ReturnType<typeof temporaryFolder>>
let storage: Storage

beforeAll(async () => {
  scratch = await temporaryFolder()
})
afterAll(() => scratch.remove())
beforeEach(() => {
  storage = diskStorage({ dir: join(scratch.dir, 'media') })
})

/** Inspects a file and puts a copy of it into storage, as an upload would. */
async function received(path: string, using: Tools) {
  const inspected = await inspect(path, { tools: () => using, maxBytes: 1e9 })
  const copy = await storage.temporaryPath('upload')
  await copyFile(path, copy)
  await storage.adopt(copy, inspected)
  return inspected
}

function inputFor(original: StoredFile & { facts: VideoFacts }, using: Tools): RenderInput {
  const [plan] = planRenditions(original.facts)
  if (!plan) throw new Error('no plan')
  return { plan, original, sourceSeconds: original.facts.seconds, storage, tools: () => using }
}

const packaged = () => locateTools({ root: process.cwd() })
const hasPackage = existsSync(`node_modules/@ffmpeg-installer/${process.platform}-${process.arch}`)

describe.each([
  { name: "the server's own FFmpeg", using: tools, present: true },
  { name: 'the FFmpeg of the npm package', using: packaged, present: hasPackage },
])('with $name', ({ using, present }) => {
  it.runIf(present)('a video that was held upright comes out upright, its thumbnail too', async () => {
    const path = await aPhoneVideo(join(scratch.dir, 'upright.mp4'), { size: '320:180', rotate: 90 })
    const original = await received(path, using())
    expect(original.facts).toMatchObject({ kind: 'video', width: 180, height: 320 })
    for (const plan of planRenditions(original.facts)) {
      const made = await render({ ...inputFor(original as never, using()), plan })
      expect(made).toMatchObject(plan.size ?? {})
      const again = await inspect(await storage.localPath(made), { tools: using, maxBytes: 1e9 })
      expect(again.facts).toMatchObject({
        ...plan.size,
        ...(plan.purpose === 'screen' && { rotation: 0, frameRate: 30 }),
      })
    }
  })

  it.runIf(present)('every sample of Debian that is a film or sound comes out playable', async ({ skip }) => {
    const names = [
      'movie2/movie-hello.avi',
      'movie2/movie-hello.mpeg',
      'audio1/debian.mp3',
      'audio1/debian.ogg',
    ]
    const paths = names.map(sample).filter((path) => path !== null)
    if (paths.length === 0) return skip()
    for (const path of paths) {
      const original = await received(path, using())
      for (const plan of planRenditions(original.facts)) {
        const made = await render({ ...inputFor(original as never, using()), plan })
        const again = await inspect(await storage.localPath(made), { tools: using, maxBytes: 1e9 })
        expect(again.mimeType).toBe(plan.mimeType)
      }
    }
  })
})

describe('a render', () => {
  it('tells its progress, keeps the AI label, and nothing of the phone', async () => {
    const path = await aPhoneVideo(join(scratch.dir, 'label.mp4'))
    const original = await received(path, tools())
    const labelled = { ...original, facts: { ...(original.facts as VideoFacts), aigc: '{"Label":"1"}' } }
    const seen: number[] = []
    const made = await render({ ...inputFor(labelled, tools()), onProgress: (done) => seen.push(done) })
    expect(seen.at(-1)).toBeGreaterThan(0.9)
    const { facts } = await inspect(await storage.localPath(made), { tools, maxBytes: 1e9 })
    expect(facts.aigc).toBe('{"Label":"1"}')
  })

  it('leaves nothing when it is aborted in the middle, and ends its tool', async () => {
    const path = await aPhoneVideo(join(scratch.dir, 'long.mp4'), { seconds: 60, size: '640:360' })
    const original = await received(path, tools())
    const before = await readdir(storage.temporaryDir)
    const abort = new AbortController()
    const input = {
      ...inputFor(original as never, tools()),
      signal: abort.signal,
      onProgress: () => abort.abort(new Error('stop')),
    }
    await expect(render(input)).rejects.toThrow('stop')
    expect(await readdir(storage.temporaryDir)).toEqual(before)
    expect(await toolsAtWork(storage.temporaryDir)).toEqual([])
  })

  it("quotes the tool's last words where it fails", async () => {
    const original = await received(await aPhoneVideo(join(scratch.dir, 'a.mp4')), tools())
    const input = inputFor(original as never, tools())
    const steps = [
      { tool: 'ffmpeg', ext: 'mp4', args: ['-v', 'error', '-i', '{input}', '-c:v', 'nonsense', '{output}'] },
    ]
    const rendering = render({ ...input, plan: { ...input.plan, steps: steps as never } })
    await expect(rendering).rejects.toMatchObject({
      code: 'media-render-failed',
      detail: expect.stringMatching(/nonsense/),
    })
  })
})

/** Processes whose command line names a folder (Linux; elsewhere none are seen). */
async function toolsAtWork(folder: string) {
  if (process.platform !== 'linux') return []
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name) && name !== String(process.pid))
  const lines = await Promise.all(pids.map((pid) => readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')))
  return lines.filter((line) => line.includes(folder))
}
