import { describe, expect, it } from 'vitest'
import type { VideoFacts } from '../../../src/media/facts'
import { planOf, planRenditions } from '../../../src/media/plan'
import { guards } from '../../../src/media/probe-guards'
import { type RenditionSpec, specFor, textSpecFor } from '../../../src/media/spec'
import type { RenditionPlan, Step } from '../../../src/media/steps'
import {
  aChoice,
  analysed,
  aScreen,
  audioFacts,
  documentFacts,
  imageFacts,
  videoFacts,
} from '../../factories/facts'

const sha256 = 'a'.repeat(64)
const LABEL = '{"Label":"1"}'

const common = (level = 'error') => [
  ...['-hide_banner', '-nostdin', '-v', level, '-max_error_rate', '0.95', ...guards, '-progress', 'pipe:1'],
]
const bare = ['-map_metadata', '-1', '-map_chapters', '-1']
const aac = ['-c:a', 'aac', '-b:a', '160k', '-ar', '48000', '-ac', '2']
const sound =
  'aresample=48000:async=1:first_pts=0,aformat=sample_fmts=fltp:sample_rates=48000:channel_layouts=stereo'
const x264 = (profile: string, rate: number, gop: number) => [
  ...['-c:v', 'libx264', '-preset', 'veryfast', '-crf', '21', '-profile:v', profile, '-pix_fmt', 'yuv420p'],
  ...['-maxrate', `${rate}k`, '-bufsize', `${rate * 2}k`],
  ...['-g', `${gop}`, '-keyint_min', `${gop}`, '-sc_threshold', '0', '-x264-params', 'open-gop=0'],
  ...['-colorspace', 'bt709', '-color_primaries', 'bt709', '-color_trc', 'bt709', '-color_range', 'tv'],
]
const backdrop = { blur: 0.05, brightness: 0.45, saturation: 0.9 }
const jpeg = { format: 'jpeg', options: { quality: 90, chromaSubsampling: '4:4:4', optimiseCoding: true } }
const webp = { format: 'webp', options: { quality: 90, smartSubsample: true, effort: 4 } }
const small = { format: 'webp', options: { quality: 80, alphaQuality: 90, effort: 2 } }

const thumbnailStep = (width: number, height: number, ground: string | null = null) => ({
  ...{ tool: 'sharp', ext: 'webp', placement: { fit: 'inside', width, height }, density: null },
  ...{ output: small, ground, xmp: null },
})
const officePicture = (width: number, height: number) => ({
  ...{ mimeType: 'image/webp', ext: 'webp', seconds: null, size: { width, height }, sound: false },
})

function exact(facts: Parameters<typeof planRenditions>[0], choice = aChoice(), screen = aScreen()) {
  return planOf(specFor({ facts, sha256 }, choice, screen) as RenditionSpec, facts)
}

describe('planOf, pictures', () => {
  it('of a photo, whole', () => {
    const plan = exact(imageFacts({ aigc: LABEL }), aChoice(), aScreen({ width: 384, height: 256 }))
    expect(plan).toEqual({
      ...{
        purpose: null,
        mimeType: 'image/webp',
        ext: 'webp',
        seconds: null,
        size: { width: 384, height: 256 },
      },
      sound: false,
      steps: [
        {
          ...{ tool: 'sharp', ext: 'webp', density: null, output: webp, ground: '#000000' },
          placement: { fit: 'contain', width: 384, height: 256, backdrop },
          xmp: expect.stringContaining('TC260:AIGC="{&quot;Label&quot;:&quot;1&quot;}"'),
        },
      ],
    })
  })

  it.each([
    ['a photo', {}, 'contain', { fit: 'contain', backdrop }],
    ['a cut photo', {}, 'cover', { fit: 'cover', position: 'attention' }],
    ['of the screen’s shape', { width: 3840, height: 2160 }, 'cover', { fit: 'cover', position: 'centre' }],
    ['with alpha', { hasAlpha: true }, 'contain', { fit: 'contain', backdrop: null }],
  ] as const)('place %s', (_name, facts, fit, placement) => {
    const plan = exact(imageFacts(facts), aChoice({ fit }))
    expect(plan.steps).toMatchObject([{ placement: { width: 1920, height: 1080, ...placement } }])
  })

  it.each([
    ['jpeg', 400, 300, 'contain', null],
    ['svg', 192, 108, 'contain', 720],
    ['svg', 100, 100, 'contain', 778],
    ['svg', 100, 100, 'cover', 1383],
    ['svg', 4000, 4000, 'contain', null],
    ['svg', 1, 1, 'cover', 7200],
    ['svg', 10, 1000, 'cover', 4554],
  ] as const)('draw %s of %ix%i, %s, at %s dots an inch', (format, width, height, fit, density) => {
    expect(exact(imageFacts({ format, width, height }), aChoice({ fit })).steps).toMatchObject([{ density }])
  })

  it('decode what sharp cannot', () => {
    expect(exact(imageFacts({ format: 'heic' })).steps).toMatchObject([
      { tool: 'heic', ext: 'tiff' },
      { tool: 'sharp' },
    ])
  })

  it.each([
    ['contain', 1920, 1080],
    ['cover', 1920, 2718],
  ] as const)('draw a page at the size at which it is seen: %s', (fit, maxWidth, maxHeight) => {
    const plan = exact(documentFacts(), aChoice({ fit, page: 2 }))
    expect(plan).toMatchObject({
      size: { width: 1920, height: 1080 },
      steps: [
        { tool: 'pdf', ext: 'png', page: 2, maxWidth, maxHeight },
        { tool: 'sharp', placement: { fit } },
      ],
    })
  })

  it('of a text, whole', () => {
    const look = { color: '#ffffff', background: '#b3161b', align: 'center' as const, weight: 700 }
    const text = { ...look, body: '戴口罩', motion: 'still' as const, pixelsPerSecond: 60 }
    const spec = textSpecFor(text, aScreen({ page: false, formats: ['jpeg'] })) as RenditionSpec
    expect(planOf(spec, null)).toEqual({
      ...{
        purpose: null,
        mimeType: 'image/jpeg',
        ext: 'jpg',
        seconds: null,
        size: { width: 1920, height: 1080 },
      },
      sound: false,
      steps: [{ tool: 'text', ext: 'jpg', spec, output: jpeg }],
    })
  })
})

describe('planOf, films', () => {
  it('without black ends, evened, whole', () => {
    const facts = videoFacts({ analysis: analysed({ blackHead: 1.5, blackTail: 2 }) })
    const plan = exact(facts, aChoice({ trimBlack: true }), aScreen({ width: 1280, height: 720 }))
    const input = ['-ss', '1.5', '-t', '26.500', '-i', '{input}']
    expect(plan).toEqual({
      ...{
        purpose: null,
        mimeType: 'video/mp4',
        ext: 'mp4',
        seconds: 26.5,
        size: { width: 1280, height: 720 },
      },
      sound: true,
      steps: [
        {
          tool: 'loudness',
          lufs: -24,
          args: [
            ...[...common('info'), ...input, '-map', '0:a:0'],
            ...['-af', `${sound},{loudness},ebur128=peak=true:framelog=verbose`, '-f', 'null', '-'],
          ],
        },
        {
          tool: 'ffmpeg',
          ext: 'mp4',
          args: [
            ...[...common(), ...input, '-map', '0:V:0', '-map', '0:a:0?', '-sn', '-dn', ...bare],
            '-vf',
            'yadif=deint=interlaced,fps=30000/1001,scale=1280:720:flags=lanczos:out_color_matrix=bt709:out_range=tv,format=yuv420p,setsar=1',
            ...x264('high', 4147, 60),
            ...['-af', `${sound},{loudness}`, ...aac],
            ...['-movflags', '+faststart', '-f', 'mp4', '-y', '{output}'],
          ],
        },
      ],
    })
  })

  it('cut to a silent wall, whole', () => {
    const wall = aScreen({ width: 384, height: 256, audio: false })
    expect(exact(videoFacts({ frameRate: 25, aigc: LABEL }), aChoice({ fit: 'cover' }), wall)).toEqual({
      ...{ purpose: null, mimeType: 'video/mp4', ext: 'mp4', seconds: 30, size: { width: 384, height: 256 } },
      sound: false,
      steps: [
        {
          tool: 'ffmpeg',
          ext: 'mp4',
          args: [
            ...[...common(), '-i', '{input}', '-map', '0:V:0', '-an', '-sn', '-dn', ...bare],
            ...['-metadata', `AIGC=${LABEL}`, '-vf'],
            'yadif=deint=interlaced,fps=25,scale=455:256:flags=lanczos:out_color_matrix=bt709:out_range=tv,format=yuv420p,crop=384:256,setsar=1',
            ...x264('high', 442, 50),
            ...['-movflags', '+faststart+use_metadata_tags', '-f', 'mp4', '-y', '{output}'],
          ],
        },
      ],
    })
  })

  it('in a frame where no page shows them', () => {
    const plan = exact(videoFacts({ width: 1080, height: 1920 }), aChoice(), aScreen({ page: false }))
    expect(argsOf(plan)).toContain('-profile:v main')
    expect(argsOf(plan)).toContain('scale=608:1080:flags=lanczos')
    expect(argsOf(plan)).toContain('format=yuv420p,pad=1920:1080:(ow-iw)/2:(oh-ih)/2,setsar=1')
  })

  it('of high dynamic range, with a second way for an ffmpeg without zimg', () => {
    const colour = { primaries: 'bt2020', transfer: 'smpte2084', matrix: 'bt2020nc', hdr: true }
    const { steps } = exact(videoFacts({ colour }), aChoice(), aScreen({ audio: false }))
    const [step] = steps
    if (step?.tool !== 'ffmpeg') throw new Error('no film')
    expect(step.args.join(' ')).toContain('zscale=p=bt709,tonemap=hable:desat=0,zscale=t=bt709:m=bt709:r=tv')
    expect(step.argsWithoutZscale?.join(' ')).not.toContain('zscale')
  })

  it.each([
    [23.976, '24000/1001', 48],
    [24, '24', 48],
    [25, '25', 50],
    [29.97, '30000/1001', 60],
    [30, '30', 60],
    [60, '30', 60],
    [59.94, '30000/1001', 60],
    [50, '25', 50],
    [120, '30', 60],
    [29.2, '30', 60],
    [27.018, '30', 60],
    [15, '25', 50],
    [0, '25', 50],
  ])('of %d frames a second play at the constant rate %s, a key frame each %i', (frameRate, fps, gop) => {
    expect(argsOf(exact(videoFacts({ frameRate })))).toContain(`,fps=${fps},`)
    expect(argsOf(exact(videoFacts({ frameRate })))).toContain(` -g ${gop} -keyint_min ${gop} `)
  })
})

describe('planOf, songs', () => {
  it('evened, whole', () => {
    const args = [...common(), '-i', '{input}', '-map', '0:a:0', '-vn', '-sn', '-dn', ...bare]
    expect(exact(audioFacts())).toEqual({
      ...{ purpose: null, mimeType: 'audio/mp4', ext: 'm4a', seconds: 185.2, size: null, sound: true },
      steps: [
        { tool: 'loudness', lufs: -24, args: expect.arrayContaining(['-i', '{input}', '-f', 'null', '-']) },
        {
          ...{ tool: 'ffmpeg', ext: 'm4a' },
          args: [
            ...[...args, '-af', `${sound},{loudness}`, ...aac],
            ...['-movflags', '+faststart', '-f', 'mp4', '-y', '{output}'],
          ],
        },
      ],
    })
  })

  it('as loud as they are where the profile says nothing', () => {
    const plan = exact(audioFacts(), aChoice(), aScreen({ lufs: null, formats: ['mp3'] }))
    expect(plan).toMatchObject({ ext: 'mp3', mimeType: 'audio/mpeg', steps: [{ tool: 'ffmpeg' }] })
    expect(argsOf(plan)).toContain(`-af ${sound} -c:a libmp3lame`)
  })
})

it('planOf refuses facts of another kind of file', () => {
  const spec = specFor({ facts: audioFacts(), sha256 }, aChoice(), aScreen()) as RenditionSpec
  expect(() => planOf(spec, videoFacts())).toThrow(RangeError)
})

describe('planRenditions', () => {
  it('of a photo, whole', () => {
    expect(planRenditions(imageFacts())).toEqual([
      {
        ...{ purpose: 'screen', mimeType: 'image/jpeg', ext: 'jpg', seconds: null, sound: false },
        size: { width: 3840, height: 2880 },
        steps: [
          {
            ...{ tool: 'sharp', ext: 'jpg', placement: { fit: 'inside', width: 3840, height: 3840 } },
            ...{ density: null, output: jpeg, ground: null, xmp: null },
          },
        ],
      },
      { purpose: 'thumbnail', ...officePicture(480, 360), steps: [thumbnailStep(480, 480)] },
    ])
  })

  it('of a document show its first page', () => {
    expect(planRenditions(documentFacts())).toMatchObject([
      { purpose: 'screen', size: { width: 2714, height: 3840 }, steps: [{ tool: 'pdf', page: 1 }, {}] },
      { purpose: 'thumbnail', size: { width: 339, height: 480 }, steps: [{ tool: 'pdf', page: 1 }, {}] },
    ])
  })

  it('of a film: one for screens, and three pictures after its black head', () => {
    const facts = videoFacts({ analysis: analysed({ blackHead: 3, blackTail: 3 }) })
    const frame = ['-frames:v', '1', '-c:v', 'png', '-f', 'image2', '-y', '{output}']
    const picture = (at: string, size: string) => ({
      ...{ tool: 'ffmpeg', ext: 'png' },
      args: [
        ...[...common(), '-ss', at, '-i', '{input}', '-map', '0:V:0', '-an'],
        ...['-vf', `scale=${size}:flags=lanczos,setsar=1,thumbnail=n=50`, ...frame],
      ],
    })
    const [screen, ...pictures] = planRenditions(facts)
    expect(screen).toMatchObject({ purpose: 'screen', seconds: 30, sound: true, steps: [{ tool: 'ffmpeg' }] })
    expect(pictures).toEqual([
      {
        ...{ purpose: 'thumbnail', ...officePicture(480, 270) },
        steps: [picture('11.000', '480:270'), thumbnailStep(480, 480)],
      },
      {
        ...{ purpose: 'poster', ...officePicture(1280, 720) },
        steps: [picture('11.000', '1280:720'), thumbnailStep(1280, 1280)],
      },
      {
        ...{ purpose: 'strip', ...officePicture(2000, 112) },
        steps: [
          {
            ...{ tool: 'ffmpeg', ext: 'png' },
            args: [
              ...[...common(), '-i', '{input}', '-map', '0:V:0', '-an', '-vf'],
              ...['fps=10/28.500,scale=200:112:flags=lanczos,setsar=1,tile=10x1', ...frame],
            ],
          },
          thumbnailStep(2000, 112),
        ],
      },
    ])
  })

  it('look through a long film by its key frames', () => {
    const strip = planRenditions(videoFacts({ seconds: 7200 })).find(({ purpose }) => purpose === 'strip')
    expect(argsOf(strip)).toContain('-skip_frame nokey -i {input}')
  })

  it('of a song draw its waveform', () => {
    expect(planRenditions(audioFacts())).toMatchObject([
      { purpose: 'screen', ext: 'm4a' },
      { purpose: 'thumbnail', ...officePicture(480, 320) },
      { purpose: 'waveform', ...officePicture(1200, 160) },
    ])
  })

  it('keep the AI label, and transparency', () => {
    const [film] = planRenditions(videoFacts({ aigc: LABEL }))
    expect(argsOf(film)).toContain(`-map_metadata -1 -map_chapters -1 -metadata AIGC=${LABEL}`)
    const [picture] = planRenditions(imageFacts({ hasAlpha: true, aigc: LABEL }))
    expect(picture).toMatchObject({
      mimeType: 'image/webp',
      steps: [{ ground: null, xmp: expect.any(String) }],
    })
  })

  it.each([
    [1920, 1080, 1920, 1080],
    [8192, 4096, 1920, 960],
    [323, 181, 322, 180],
    [8192, 2, 1920, 2],
  ])('of a film of %ix%i: one of %ix%i', (width, height, w, h) => {
    const facts: VideoFacts = videoFacts({ width, height })
    expect(planRenditions(facts)[0]?.size).toEqual({ width: w, height: h })
  })
})

function argsOf(plan: RenditionPlan | undefined) {
  const step = plan?.steps.find((one): one is Extract<Step, { tool: 'ffmpeg' }> => one.tool === 'ffmpeg')
  return step?.args.join(' ') ?? ''
}
