import { chmod, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { analyse } from '../../../src/media/analyse'
import type { Analysis, AudioFacts } from '../../../src/media/facts'
import { probe } from '../../../src/media/probe'
import { runTool } from '../../../src/media/run'
import { temporaryFolder, tools } from '../../factories/media'

let scratch: Awaited<ReturnType<typeof temporaryFolder>>

beforeAll(async () => {
  scratch = await temporaryFolder()
})
afterAll(() => scratch.remove())

const colour = (name: string, seconds: number) => `color=${name}:s=64x64:r=25:d=${seconds}`
const pictures = (seconds: number) => `testsrc2=s=64x64:r=25:d=${seconds}`
const tone = (seconds: number) => `sine=frequency=1000:sample_rate=48000:duration=${seconds}`
const nothing = (seconds: number) => `anullsrc=r=48000:cl=mono:d=${seconds}`

/** Analyses a file made of parts one after the other, of pictures, of sound or of both. */
async function analysed(name: string, video: string[], audio: string[]): Promise<Analysis> {
  const path = join(scratch.dir, name)
  const inputs = [...video, ...audio].flatMap((source) => ['-f', 'lavfi', '-i', source])
  const join_ = (from: number, count: number, v: number) =>
    `${Array.from({ length: count }, (_, index) => `[${from + index}]`).join('')}concat=n=${count}:v=${v}:a=${1 - v}`
  const graphs = [
    ...(video.length > 0 ? [`${join_(0, video.length, 1)}[v]`] : []),
    ...(audio.length > 0 ? [`${join_(video.length, audio.length, 0)}[a]`] : []),
  ]
  const maps = [...(video.length > 0 ? ['-map', '[v]'] : []), ...(audio.length > 0 ? ['-map', '[a]'] : [])]
  const args = [
    '-v',
    'error',
    ...inputs,
    '-filter_complex',
    graphs.join(';'),
    ...maps,
    '-c:v',
    'mpeg4',
    '-q:v',
    '2',
  ]
  await runTool({ program: tools().ffmpeg, args: [...args, '-y', path], timeoutMs: 60_000 })
  return analyse(path, await probe(path, tools().ffprobe), { tools: tools() })
}

describe('analyse', () => {
  it('finds black and silence at both ends', async () => {
    const video = [colour('black', 1.5), pictures(4), colour('black', 2)]
    const found = await analysed('ends.mkv', video, [nothing(1), tone(5), nothing(1.5)])
    expect(found.blackHead).toBeCloseTo(1.5, 1)
    expect(found.blackTail).toBeCloseTo(2, 1)
    expect(found.silentHead).toBeCloseTo(1, 1)
    expect(found.silentTail).toBeCloseTo(1.5, 0)
    expect(found.silent).toBe(false)
  })

  it('finds nothing where there is nothing', async () => {
    const found = await analysed('full.mkv', [pictures(3)], [tone(3)])
    expect(found).toMatchObject({ blackHead: 0, blackTail: 0, silentHead: 0, silentTail: 0, silent: false })
  })

  it('takes a small white title on black for a picture', async () => {
    const title = `${colour('black', 2)},drawbox=x=30:y=30:w=4:h=2:color=white:t=fill`
    expect(await analysed('title.mkv', [title, pictures(2)], [])).toMatchObject({ blackHead: 0 })
  })

  it('looks at both ends of a film that is longer than two minutes', async () => {
    const found = await analysed('long.mkv', [colour('black', 2), pictures(150), colour('black', 3)], [])
    expect(found.blackHead).toBeCloseTo(2, 1)
    expect(found.blackTail).toBeCloseTo(3, 1)
  })

  it('measures a tone as EBU Tech 3341 has it: −23 dBFS in both channels is −23 LUFS', async () => {
    // lavfi's sine has an amplitude of 1/8, −18.06 dBFS.
    const stereo = `${tone(20)},volume=-4.94dB,pan=stereo|c0=c0|c1=c0`
    const { lufs, truePeak } = await analysed('tone.wav', [], [stereo])
    expect(Math.abs((lufs ?? 0) - -23)).toBeLessThanOrEqual(0.2)
    expect(Math.abs((truePeak ?? 0) - -23)).toBeLessThanOrEqual(0.3)
  })

  it('says that a sound track of silence is silent, and has no loudness', async () => {
    const found = await analysed('silent.mkv', [pictures(2)], [nothing(2)])
    expect(found).toMatchObject({ lufs: null, lra: null, truePeak: null, silent: true })
    expect(found.silentHead).toBeGreaterThan(1.9)
  })

  it('says nothing of the sound of a film without any', async () => {
    expect(await analysed('mute.mkv', [pictures(2)], [])).toMatchObject({
      lufs: null,
      silent: false,
      silentHead: 0,
    })
  })

  it('kills a decoder that hangs, at the limit or when told to', async () => {
    const stuck = join(scratch.dir, 'stuck')
    await writeFile(stuck, '#!/bin/sh\nexec sleep 600\n')
    await chmod(stuck, 0o755)
    const facts: AudioFacts = {
      kind: 'audio',
      seconds: 0.1,
      audioCodec: 'mp3',
      channels: 2,
      sampleRate: 48_000,
    }
    const hung = { tools: { ffmpeg: stuck, ffprobe: stuck } }
    await expect(analyse(stuck, facts, { ...hung, limitMs: 200 })).rejects.toMatchObject({
      code: 'media-tool-timeout',
    })
    const abort = new AbortController()
    const running = analyse(stuck, facts, { ...hung, signal: abort.signal })
    abort.abort(new Error('stopping'))
    await expect(running).rejects.toThrow('stopping')
  })
})
