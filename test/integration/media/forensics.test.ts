import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Facts, factsSchema } from '../../../src/media/facts'
import { runTool } from '../../../src/media/run'
import { type ScreenTarget, specFor } from '../../../src/media/spec'
import { type MediaServer, startMediaServer, tools } from '../../factories/media'
import { presetScreens, probed, rendered } from '../../factories/renders'

/** Of Debian's package forensics-samples-files: sound, pictures and texts of many makers, some broken, some locked. */
const SAMPLES = '/usr/share/forensics-samples'

/** What is refused, and why, by the end of its name; all else plays on every screen. */
const refused: [end: string, code: string][] = [
  ...['.ppm', '.xcf', '.docx', '.odt', '.sh', '.txt'].map((end): [string, string] => [
    end,
    'media-type-refused',
  ]),
  ['-pass-A5d.pdf', 'media-locked'],
  ['-pass-peanuts.pdf', 'media-locked'],
]

let server: MediaServer

beforeAll(async () => {
  server = await startMediaServer()
})
afterAll(() => server.stop())

type Outcome = { file: string; kind: string; outcome: string; screens: string[] }

const files = existsSync(SAMPLES) ? samples() : []
const outcomes: Outcome[] = []
afterAll(() => {
  if (outcomes.length > 0) process.stdout.write(`${tableOf(outcomes)}\n`)
})

describe.runIf(files.length > 0)('of the samples', () => {
  it.each(files)(
    '%s plays on every screen, or is refused with its reason',
    { timeout: 300_000 },
    async (file) => {
      const outcome = await outcomeOf(file)
      outcomes.push(outcome)
      const [, reason] = refused.find(([end]) => file.endsWith(end)) ?? []
      expect(outcome.outcome).toBe(reason ?? 'plays')
    },
  )
})

function samples() {
  const entries = readdirSync(SAMPLES, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile())
  return files.map(({ parentPath, name }) => join(parentPath, name).slice(SAMPLES.length + 1)).sort()
}

async function outcomeOf(file: string): Promise<Outcome> {
  const bytes = readFileSync(join(SAMPLES, file))
  const response = await server.upload({ name: file.split('/').at(-1) ?? '', bytes }, {}, 'en')
  const body = await response.json()
  const code = body.errors?.[0]?.data?.code
  if (code) return { file, kind: '', outcome: code, screens: [] }
  await server.timetable.idle()
  const id = body.doc?.id ?? body.errors?.[0]?.data?.doc?.id
  const doc = await server.payload.findByID({ collection: 'media', id })
  if (doc.state !== 'ready')
    return { file, kind: doc.kind ?? '', outcome: String(doc.failure?.code), screens: [] }
  const facts = factsSchema.parse(doc.facts)
  const original = { sha256: String(doc.sha256), ext: String(doc.ext), facts }
  const fallback = doc.renditions?.find(({ purpose }) => purpose === 'screen')
  if (!fallback) throw new Error(`${file}: nothing for screens in general`)
  await expectPlays(await server.storage.localPath(fallback), facts)
  const screens = []
  for (const screen of presetScreens) screens.push(await exact(original, screen))
  return { file, kind: facts.kind, outcome: 'plays', screens }
}

/** Makes the file for one screen, plays it to its end, and says what it is. */
async function exact(
  original: { sha256: string; ext: string; facts: Facts },
  screen: ScreenTarget & { preset: string },
) {
  const choice = {
    fit: 'contain' as const,
    trimBlack: false,
    page: original.facts.kind === 'document' ? 1 : null,
  }
  const spec = specFor(original, choice, screen)
  if (!spec) return 'general'
  const { path, width, height, bytes } = await rendered(server.storage, spec, original)
  await expectPlays(path, original.facts)
  if (spec.kind === 'image') expect([width, height]).toEqual([screen.width, screen.height])
  return `${width && height ? `${width}×${height}` : spec.kind} ${Math.ceil(bytes / 1024)} KB`
}

/** Decodes it whole: a screen would show it to its end. */
async function expectPlays(path: string, { kind }: Facts) {
  if (kind === 'image' || kind === 'document') {
    await sharp(path, { failOn: 'warning' }).stats()
    return
  }
  const args = ['-v', 'error', '-xerror', '-i', path, '-f', 'null', '-']
  await runTool({ program: tools().ffmpeg, args, timeoutMs: 60_000 })
  const { streams } = await probed(path, '-show_streams')
  const codecs = streams.map(({ codec_name }) => codec_name)
  for (const codec of codecs) expect(['h264', 'aac', 'mp3']).toContain(codec)
}

function tableOf(outcomes: Outcome[]) {
  const head = ['file', 'kind', 'outcome', ...presetScreens.map(({ preset }) => preset)]
  const rows = outcomes.map(({ file, kind, outcome, screens }) => [
    ...[file, kind, outcome],
    ...presetScreens.map((_, index) => screens[index] ?? ''),
  ])
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}
