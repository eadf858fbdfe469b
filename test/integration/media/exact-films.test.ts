import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { diskStorage } from '../../../src/media/disk'
import type { VideoFacts } from '../../../src/media/facts'
import { specFor } from '../../../src/media/spec'
import type { Storage } from '../../../src/media/storage'
import { aChoice, analysed, aScreen } from '../../factories/facts'
import { temporaryFolder, tools } from '../../factories/media'
import { boxesOf, presetScreens, probed, received, rendered } from '../../factories/renders'
import { ffmpeg, heard, sounds } from '../../factories/sounds'

const LABEL = '{"Label":"1","ContentProducer":"某区宣传部"}'
const SECONDS = 2.5

let scratch: Awaited<ReturnType<typeof temporaryFolder>>
let storage: Storage
let film: Awaited<ReturnType<typeof received>>

beforeAll(async () => {
  scratch = await temporaryFolder()
  storage = diskStorage({ dir: join(scratch.dir, 'media') })
  film = await received(storage, await aFilm('film.mp4'))
})
afterAll(() => scratch.remove())

/** Full HD with a voice, an odd frame rate, a place, a camera and an AI label. */
async function aFilm(name: string, { filters = 'null', seconds = SECONDS, encode = [] as string[] } = {}) {
  const path = join(scratch.dir, name)
  const picture = ['-f', 'lavfi', '-i', `testsrc2=s=1920x1080:r=29.2:d=${seconds},${filters}`]
  const sound = ['-f', 'lavfi', '-i', sounds.speech(seconds)]
  const tags = ['location=+36.67+117.02/', 'com.apple.quicktime.make=Huawei', `AIGC=${LABEL}`]
  await ffmpeg([
    ...[...picture, ...sound, '-c:v', 'libx264', '-preset', 'ultrafast', '-c:a', 'aac', ...encode],
    ...tags.flatMap((tag) => ['-metadata', tag]),
    ...['-movflags', 'use_metadata_tags', '-y', path],
  ])
  return path
}

describe.each(presetScreens)('on $preset', (screen) => {
  it.each(['contain', 'cover'] as const)('a film is what its decoder likes: %s', async (fit) => {
    const spec = specFor(film, aChoice({ fit }), screen)
    if (spec?.kind !== 'video') throw new Error('no film')
    const { path, ...made } = await rendered(storage, spec, film)
    const wanted = ['-show_streams', '-show_format', '-show_packets']
    const { streams, format, packets } = await probed(path, '-select_streams', 'v', ...wanted)
    const [video] = streams
    expect(made).toMatchObject({ width: spec.width, height: spec.height })
    expect(await hasSound(path)).toBe(screen.audio)
    expect(video).toMatchObject({
      ...{ width: spec.width, height: spec.height, codec_name: 'h264', profile: 'High', pix_fmt: 'yuv420p' },
      ...{ r_frame_rate: '30/1', avg_frame_rate: '30/1', sample_aspect_ratio: '1:1', color_space: 'bt709' },
    })
    expect(Math.abs(Number(format.duration) - SECONDS)).toBeLessThan(0.1)

    // Nothing that was made later is shown before a key frame, and those come every two seconds.
    const times = packets.map(({ pts_time }) => Number(pts_time))
    const keys = packets.flatMap(({ flags }, index) => (flags.startsWith('K') ? [index] : []))
    for (const key of keys) expect(Math.min(...times.slice(key))).toBe(times[key])
    expect(keys.map((key) => Math.round((times[key] as number) * 100) / 100)).toEqual([0, 2])
    const shown = [...times].sort((a, b) => a - b)
    const gaps = shown.slice(1).map((time, index) => time - (shown[index] as number))
    expect(Math.max(...gaps) - Math.min(...gaps)).toBeLessThan(0.001)

    const boxes = await boxesOf(path)
    expect(boxes.indexOf('moov')).toBeLessThan(boxes.indexOf('mdat'))
    expect(format.tags?.AIGC).toBe(LABEL)
    expect(JSON.stringify(format.tags)).not.toMatch(/36\.67|Huawei|location/i)

    if (!screen.audio) return expect([made.lufs, made.truePeak]).toEqual([null, null])
    const measured = await heard(path)
    expect(Math.abs(measured.lufs - -24)).toBeLessThanOrEqual(1)
    expect(measured.truePeak).toBeLessThanOrEqual(-1)
    expect([made.lufs, made.truePeak]).toEqual([measured.lufs, measured.truePeak])
  })
})

describe('a film', () => {
  it('starts and ends with its pictures where black is left out', async () => {
    const black = "drawbox=c=black:t=fill:enable='lt(t,0.5)+gte(t,2)'"
    const original = await received(storage, await aFilm('black.mp4', { filters: black }))
    const facts = {
      ...(original.facts as VideoFacts),
      analysis: analysed({ blackHead: 0.5, blackTail: 0.5 }),
    }
    const source = { ...original, facts }
    const screen = aScreen({ width: 384, height: 256 })
    const made = await rendered(storage, specFor(source, aChoice({ trimBlack: true }), screen), source)
    expect(made.seconds).toBeCloseTo(1.5, 1)
    const { format } = await probed(made.path, '-show_format')
    expect(Math.abs(Number(format.duration) - 1.5)).toBeLessThan(0.1)
    for (const at of ['0', '1.3']) expect(await brightness(made.path, at)).toBeGreaterThan(60)
  })

  it('of high dynamic range comes out in the range of screens', async () => {
    const encode = ['-pix_fmt', 'yuv420p10le', '-color_primaries', 'bt2020', '-color_trc', 'smpte2084']
    const path = await aFilm('hdr.mp4', { seconds: 1, encode: [...encode, '-colorspace', 'bt2020nc'] })
    const original = await received(storage, path)
    expect(original.facts).toMatchObject({ colour: { hdr: true } })
    const screen = aScreen({ width: 384, height: 256, audio: false })
    const made = await rendered(storage, specFor(original, aChoice(), screen), original)
    const { streams } = await probed(made.path, '-show_streams')
    expect(streams[0]).toMatchObject({ pix_fmt: 'yuv420p', color_transfer: 'bt709', color_space: 'bt709' })
    expect(await brightness(made.path, '0.5')).toBeGreaterThan(30)

    const withoutZimg = join(scratch.dir, 'ffmpeg-without-zimg')
    const script = `#!/bin/sh\ncase "$*" in *zscale*) echo "No such filter: 'zscale'" >&2; exit 1;; esac\nexec "${tools().ffmpeg}" "$@"\n`
    await writeFile(withoutZimg, script, { mode: 0o755 })
    const using = () => ({ ...tools(), ffmpeg: withoutZimg })
    const plain = await rendered(storage, specFor(original, aChoice(), screen), original, { tools: using })
    expect(plain.sha256).not.toBe(made.sha256)
    expect(await brightness(plain.path, '0.5')).toBeGreaterThan(30)
  })

  it('has the shape of a screen that shows no page', async () => {
    const screen = aScreen({ width: 720, height: 720, page: false })
    const made = await rendered(storage, specFor(film, aChoice(), screen), film)
    const { streams } = await probed(made.path, '-show_streams')
    expect(streams[0]).toMatchObject({ width: 720, height: 720, profile: 'Main' })
  })

  it('tells how far it is over both passes, and leaves no litter', async () => {
    const seen: number[] = []
    const spec = specFor(film, aChoice(), aScreen({ width: 384, height: 256 }))
    await rendered(storage, spec, film, { onProgress: (done) => seen.push(done) })
    expect(seen).toEqual([...seen].sort((a, b) => a - b))
    expect(seen.at(-1)).toBe(1)
    expect(await readdir(storage.temporaryDir)).toEqual([])
  })
})

async function hasSound(path: string) {
  const { streams } = await probed(path, '-show_streams')
  return streams.some(({ codec_type }) => codec_type === 'audio')
}

/** Mean of a frame's luma, 0 to 255. */
async function brightness(path: string, at: string) {
  const out = join(scratch.dir, 'frame.gray')
  await ffmpeg([
    '-ss',
    at,
    '-i',
    path,
    '-frames:v',
    '1',
    '-vf',
    'scale=16:16',
    '-pix_fmt',
    'gray',
    '-f',
    'rawvideo',
    '-y',
    out,
  ])
  const bytes = await readFile(out)
  return bytes.reduce((sum, value) => sum + value, 0) / bytes.length
}
