import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { diskStorage } from '../../../src/media/disk'
import { specFor } from '../../../src/media/spec'
import type { Storage } from '../../../src/media/storage'
import { aChoice, aScreen } from '../../factories/facts'
import { temporaryFolder } from '../../factories/media'
import { boxesOf, probed, received, rendered } from '../../factories/renders'
import { aSound, ffmpeg, heard, sounds } from '../../factories/sounds'

let scratch: Awaited<ReturnType<typeof temporaryFolder>>
let storage: Storage

beforeAll(async () => {
  scratch = await temporaryFolder()
  storage = diskStorage({ dir: join(scratch.dir, 'media') })
})
afterAll(() => scratch.remove())

async function sounding(source: string, screen = aScreen(), { gain = 0, ext = 'wav' } = {}) {
  const path = await aSound(join(scratch.dir, `sound.${ext}`), source, { gain })
  const original = await received(storage, path)
  return rendered(storage, specFor(original, aChoice(), screen), original)
}

describe.each([
  ['speech', sounds.speech(8)],
  ['song', sounds.song(8)],
  ['tone', sounds.tone(8)],
])('%s', (_name, source) => {
  it.each([
    [-24, 0],
    [-24, -20],
    [-23, 6],
    [-16, -10],
    [-14, 0],
  ])('is heard at %d LUFS, within 1 LU and below −1 dBTP, from %d dB', async (lufs, gain) => {
    const made = await sounding(source, aScreen({ lufs }), { gain })
    const measured = await heard(made.path)
    expect(Math.abs(measured.lufs - lufs)).toBeLessThanOrEqual(1)
    expect(measured.truePeak).toBeLessThanOrEqual(-1)
    expect(made.lufs).toBeCloseTo(measured.lufs, 1)
    expect(made.truePeak).toBeCloseTo(measured.truePeak, 1)
  })
})

it('a song is AAC of 48 kHz in two channels, its index first', async () => {
  const made = await sounding(sounds.song(4))
  const { streams, format } = await probed(made.path, '-show_streams', '-show_format')
  expect(streams).toMatchObject([{ codec_name: 'aac', sample_rate: '48000', channels: 2 }])
  expect(Math.abs(Number(format.duration) - 4)).toBeLessThan(0.1)
  const boxes = await boxesOf(made.path)
  expect(boxes.indexOf('moov')).toBeLessThan(boxes.indexOf('mdat'))
})

it('a song is MP3 where that is all a screen plays', async () => {
  const made = await sounding(sounds.song(4), aScreen({ formats: ['mp3'] }))
  const { streams } = await probed(made.path, '-show_streams')
  expect(streams).toMatchObject([{ codec_name: 'mp3', sample_rate: '48000' }])
  expect(Math.abs((await heard(made.path)).lufs - -24)).toBeLessThanOrEqual(1)
})

it.each([
  ['aac', 'm4a'],
  ['mp3', 'mp3'],
])('the AI label stays in %s, and nothing else that was written there', async (format, ext) => {
  const path = join(scratch.dir, 'label.mp3')
  const tags = ['AIGC={"Label":"1"}', 'artist=某人', 'comment=37.0N 117.0E'].flatMap((tag) => [
    '-metadata',
    tag,
  ])
  await ffmpeg(['-f', 'lavfi', '-i', sounds.tone(2), ...tags, '-y', path])
  const original = await received(storage, path)
  expect(original.facts.aigc).toBe('{"Label":"1"}')
  const made = await rendered(storage, specFor(original, aChoice(), aScreen({ formats: [format] })), original)
  expect(made.ext).toBe(ext)
  const { format: container } = await probed(made.path, '-show_format')
  expect(container.tags?.AIGC).toBe('{"Label":"1"}')
  expect(JSON.stringify(container.tags)).not.toMatch(/某人|117/)
})

it('a jingle of a second and a half is evened too', async () => {
  const made = await sounding(sounds.tone(1.5), aScreen(), { gain: 8 })
  expect(Math.abs((await heard(made.path)).lufs - -24)).toBeLessThanOrEqual(1)
})

it.each([
  ['silence', sounds.silence(3)],
  ['a click too short to be measured', sounds.tone(0.2)],
])('%s stays as it is', async (_name, source) => {
  const made = await sounding(source)
  expect(made).toMatchObject({ lufs: null, truePeak: null })
})

it('sound stays as loud as it is where the profile says nothing', async () => {
  const original = await aSound(join(scratch.dir, 'original.wav'), sounds.speech(6))
  const made = await sounding(sounds.speech(6), aScreen({ lufs: null }))
  expect(Math.abs((await heard(made.path)).lufs - (await heard(original)).lufs)).toBeLessThan(1)
})
